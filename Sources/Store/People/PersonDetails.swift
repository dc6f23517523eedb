package import Domain
import SQLAccess

/// Everything a viewer may see of who somebody is, for comparing: all names and numbers, not only the latest.
package struct PersonDetails: Sendable {
    package var head: FoundPerson
    package var names: [PersonName]
    /// Each kind of number, as the schemes' facts name it, with its canonical value.
    package var identifiers: [(kind: IdentifierKind, value: String)]
}

extension PersonHeads {
    /// For each subject, in the order asked, what may be seen of who they are; a subject in view without a name is there
    /// too. Three statements.
    package static func details(
        of subjects: [String], rule: AccessRule, on connection: Connection
    ) throws -> [PersonDetails] {
        guard !subjects.isEmpty else { return [] }
        var names: [String: [PersonName]] = [:]
        let allowed = AccessSQL(rule)
        try connection.each(
            """
            SELECT n.subject, n.given, n.family, n.known_as, n.kind FROM person_names n
            WHERE n.subject IN \(list: subjects) AND \(allowed.filter(PeopleColumns.names))
            ORDER BY n.occurred_at DESC, n.event_id, n.number
            """
        ) { row in
            let kind = PersonName.Kind(rawValue: try row.text(4)) ?? .alias
            let known = try row.text(3)
            let name = PersonName(
                kind, given: try row.text(1), family: try row.text(2), knownAs: known.isEmpty ? nil : known)
            if let name { names[try row.text(0), default: []].append(name) }
        }
        var identifiers: [String: [(kind: IdentifierKind, value: String)]] = [:]
        try connection.each(
            """
            SELECT i.subject, i.kind, i.value FROM person_identifiers i
            WHERE i.subject IN \(list: subjects) AND \(allowed.filter(PeopleColumns.identifiers))
            """
        ) { row in
            guard let kind = IdentifierKind(rawValue: try row.text(1)) else { return }
            identifiers[try row.text(0), default: []].append((kind, try row.text(2)))
        }
        let births = try births(of: subjects, allowed: allowed, on: connection)
        return subjects.map { subject in
            let all = names[subject] ?? []
            let shown = all.first { $0.kind == .legal } ?? all.first
            let birth = births[subject]
            return PersonDetails(
                head: FoundPerson(
                    subject: subject, given: shown?.given ?? "", family: shown?.family ?? "",
                    knownAs: shown?.knownAs ?? "", nameKind: shown?.kind.rawValue ?? "", bornOn: birth?.bornOn,
                    estimatedYear: birth?.estimatedYear),
                names: all, identifiers: identifiers[subject] ?? [])
        }
    }
}
