package import Domain
import SQLAccess

/// The names by which lists show people.
package enum PersonHeads {
    /// For each subject the latest name and birth that the viewer may see, in the order asked. A subject of which the
    /// viewer may see no name is left out.
    package static func heads(
        of subjects: [String], rule: AccessRule, on connection: Connection
    ) throws -> [FoundPerson] {
        guard !subjects.isEmpty else { return [] }
        let names = AccessSQL(rule).filter(AccessColumns(subject: "n.subject", category: "n.category", owner: "n.agency", type: "n.type"))
        let births = AccessSQL(rule).filter(AccessColumns(subject: "b.subject", category: "b.category", owner: "b.agency", type: "b.type"))
        var found: [String: FoundPerson] = [:]
        // Later rows replace earlier ones; a legal name stands before an alias.
        try connection.each(
            """
            SELECT n.subject, n.given, n.family, n.known_as, n.kind FROM person_names n
            WHERE n.subject IN \(list: subjects) AND \(names)
            ORDER BY CASE n.kind WHEN 'legal' THEN 1 ELSE 0 END, n.occurred_at, n.event_id, n.number DESC
            """
        ) { row in
            let subject = try row.text(0)
            found[subject] = FoundPerson(
                subject: subject, given: try row.text(1), family: try row.text(2), knownAs: try row.text(3),
                nameKind: try row.text(4))
        }
        try connection.each(
            """
            SELECT b.subject, b.born_on, b.estimated_year FROM person_births b
            WHERE b.subject IN \(list: subjects) AND \(births) ORDER BY b.occurred_at, b.event_id
            """
        ) { row in
            let subject = try row.text(0)
            found[subject]?.bornOn = try row.textOrNull(1)
            found[subject]?.estimatedYear = try row.intOrNull(2)
        }
        return subjects.compactMap { found[$0] }
    }
}
