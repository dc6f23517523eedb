package import Domain
import SQLAccess

/// Which kinds of rows a person's record holds, before any rule: for saying why a part is shown, and naming what is
/// withheld where that may be named.
package enum RowFactsReading {
    package static func rows(of subject: String, on connection: Connection) throws -> [RowFacts] {
        try connection.all(
            """
            SELECT DISTINCT s.section, e.agency, e.type FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = \(subject) AND e.act <> 'withdraw'
                AND NOT EXISTS (SELECT 1 FROM events x WHERE x.supersedes = e.id)
            ORDER BY s.section, e.agency, e.type
            """
        ) { row in RowFacts(category: try row.text(0), owner: try row.text(1), type: try row.text(2)) }
    }
}
