package import Domain
import SQLAccess

/// The names by which lists show people.
package enum PersonHeads {
    /// For each subject the latest name and birth that the viewer may see, in the order asked. A subject of which the
    /// viewer may see no name is left out.
    package static func heads(
        of subjects: [String], rule: AccessRule, on connection: Connection
    ) throws -> [FoundPerson] {
        try heads(of: subjects, seen: SeenSubjects(subjects, rule: rule, on: connection), on: connection)
    }

    /// The same, of people whom a page has looked at already.
    package static func heads(
        of subjects: [String], seen: SeenSubjects, on connection: Connection
    ) throws -> [FoundPerson] {
        let wanted = Set(subjects)
        var found: [String: FoundPerson] = [:]
        try seen.each { group, allowed in
            for head in try heads(of: group, allowed: allowed, on: connection) where wanted.contains(head.subject) {
                found[head.subject] = head
            }
        }
        return subjects.compactMap { found[$0] }
    }

    /// The same for one subject, whose facts the rule has taken into account; nil without a name to show.
    package static func head(of subject: String, rule: RowRule, on connection: Connection) throws -> FoundPerson? {
        try heads(of: [subject], allowed: AccessSQL(rule), on: connection).first
    }

    private static func heads(
        of subjects: [String], allowed: AccessSQL, on connection: Connection
    ) throws -> [FoundPerson] {
        guard !subjects.isEmpty else { return [] }
        var found: [String: FoundPerson] = [:]
        // Later rows replace earlier ones; a legal name stands before an alias.
        try connection.each(
            """
            SELECT n.subject, n.given, n.family, n.known_as, n.kind FROM person_names n
            WHERE n.subject IN \(list: subjects) AND \(allowed.filter(PeopleColumns.names))
            ORDER BY CASE n.kind WHEN 'legal' THEN 1 ELSE 0 END, n.occurred_at, n.event_id, n.number DESC
            """
        ) { row in
            let subject = try row.text(0)
            found[subject] = FoundPerson(
                subject: subject, given: try row.text(1), family: try row.text(2), knownAs: try row.text(3),
                nameKind: try row.text(4))
        }
        for (subject, birth) in try births(of: subjects, allowed: allowed, on: connection) {
            found[subject]?.bornOn = birth.bornOn
            found[subject]?.estimatedYear = birth.estimatedYear
        }
        return subjects.compactMap { found[$0] }
    }

    /// The latest birth stated of each subject.
    static func births(
        of subjects: [String], allowed: AccessSQL, on connection: Connection
    ) throws -> [String: (bornOn: String?, estimatedYear: Int?)] {
        var births: [String: (bornOn: String?, estimatedYear: Int?)] = [:]
        try connection.each(
            """
            SELECT b.subject, b.born_on, b.estimated_year FROM person_births b
            WHERE b.subject IN \(list: subjects) AND \(allowed.filter(PeopleColumns.births))
            ORDER BY b.occurred_at, b.event_id
            """
        ) { row in births[try row.text(0)] = (try row.textOrNull(1), try row.intOrNull(2)) }
        return births
    }
}
