package import Domain
import SQLAccess

/// Which kinds of rows a person's record holds, before any rule: for saying why a part is shown, and naming what is
/// withheld where that may be named.
package enum RowFactsReading {
    package static func rows(of subject: String, on connection: Connection) throws -> [RowFacts] {
        try connection.all(
            """
            SELECT category, owner, type FROM record_parts WHERE subject = \(subject) ORDER BY category, owner, type
            """
        ) { row in RowFacts(category: try row.text(0), owner: try row.text(1), type: try row.text(2)) }
    }
}
