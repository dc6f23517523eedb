package import Domain
import SQLAccess

/// One person a search found, with what the viewer may see of who they are.
package struct FoundPerson: Sendable, Hashable {
    package var subject: String
    package var given: String
    package var family: String
    package var knownAs: String
    package var nameKind: String
    package var bornOn: String?
    package var estimatedYear: Int?

    package init(
        subject: String, given: String, family: String, knownAs: String, nameKind: String, bornOn: String? = nil,
        estimatedYear: Int? = nil
    ) {
        self.subject = subject
        self.given = given
        self.family = family
        self.knownAs = knownAs
        self.nameKind = nameKind
        self.bornOn = bornOn
        self.estimatedYear = estimatedYear
    }
}

/// Finds people by name, birth date or identifier, among the rows the viewer may see: what they may not see neither
/// matches nor counts.
package enum PersonSearch {
    /// What is looked for, in searching form. Every part that is given must match.
    package struct Wanted: Sendable, Hashable {
        /// Folded family name, or its beginning.
        package var family: String
        package var given: String
        /// How the family name sounds; matches besides its spelling.
        package var familySound: String
        package var bornOn: Day?
        /// An identifier in its canonical form, or a reference.
        package var identifier: String
        package var reference: String?

        package init(
            family: String = "", given: String = "", familySound: String = "", bornOn: Day? = nil,
            identifier: String = "", reference: String? = nil
        ) {
            self.family = family
            self.given = given
            self.familySound = familySound
            self.bornOn = bornOn
            self.identifier = identifier
            self.reference = reference
        }
    }

    /// - Parameter limit: the most people to return; one more is looked for so that the page can say there are more.
    package static func find(
        _ wanted: Wanted, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [FoundPerson] {
        var subjects: [String] = []
        var seen: Set<String> = []
        func add(_ found: [String]) {
            for subject in found where seen.insert(subject).inserted { subjects.append(subject) }
        }
        if let reference = wanted.reference {
            add(try byName("n.subject = \(reference)", rule: rule, limit: limit, on: connection))
        }
        if !wanted.identifier.isEmpty {
            add(try byIdentifier(wanted.identifier, rule: rule, limit: limit, on: connection))
        }
        let name = nameCondition(wanted)
        if let born = wanted.bornOn {
            if let name {
                let both: SQLQuery =
                    """
                    \(name) AND EXISTS (SELECT 1 FROM person_births b WHERE b.subject = n.subject
                        AND b.born_on = \(born.iso) AND \(filter(rule, "b")))
                    """
                add(try byName(both, rule: rule, limit: limit, on: connection))
            }
            if subjects.count < limit {
                add(try byBirth(born, rule: rule, limit: limit, on: connection))
            }
        } else if let name {
            add(try byName(name, rule: rule, limit: limit, on: connection))
            if subjects.count < limit, !wanted.familySound.isEmpty {
                let sound: SQLQuery =
                    wanted.given.isEmpty
                    ? "n.family_sound = \(wanted.familySound)"
                    : """
                    n.family_sound = \(wanted.familySound) AND n.given_key >= \(wanted.given)
                    AND n.given_key < \(upper(wanted.given))
                    """
                add(try byName(sound, rule: rule, limit: limit, on: connection))
            }
        }
        return try PersonHeads.heads(of: Array(subjects.prefix(limit)), rule: rule, on: connection)
    }

    private static func nameCondition(_ wanted: Wanted) -> SQLQuery? {
        let family: SQLQuery = "n.family_key >= \(wanted.family) AND n.family_key < \(upper(wanted.family))"
        let given: SQLQuery = "n.given_key >= \(wanted.given) AND n.given_key < \(upper(wanted.given))"
        switch (wanted.family.isEmpty, wanted.given.isEmpty) {
        case (true, true): return nil
        case (false, true): return family
        case (true, false): return given
        case (false, false): return family + " AND " + given
        }
    }

    /// The end of the range of texts that begin with this one, by bytes.
    private static func upper(_ prefix: String) -> String { prefix + "\u{10FFFF}" }

    private static func filter(_ rule: AccessRule, _ table: Table) -> SQLQuery {
        AccessSQL(rule).filter(table.columns)
    }

    private enum Table: ExpressibleByStringLiteral {
        case names
        case births
        case identifiers

        init(stringLiteral value: String) {
            switch value {
            case "n": self = .names
            case "b": self = .births
            default: self = .identifiers
            }
        }

        var columns: AccessColumns {
            switch self {
            case .names: AccessColumns(subject: "n.subject", category: "n.category", owner: "n.agency", type: "n.type")
            case .births: AccessColumns(subject: "b.subject", category: "b.category", owner: "b.agency", type: "b.type")
            case .identifiers:
                AccessColumns(subject: "i.subject", category: "i.category", owner: "i.agency", type: "i.type")
            }
        }
    }

    private static func byName(
        _ condition: SQLQuery, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT n.subject FROM person_names n WHERE \(condition) AND \(filter(rule, "n")) LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    private static func byBirth(
        _ day: Day, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT b.subject FROM person_births b WHERE b.born_on = \(day.iso) AND \(filter(rule, "b"))
            LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    private static func byIdentifier(
        _ value: String, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT i.subject FROM person_identifiers i WHERE i.value = \(value) AND \(filter(rule, "i"))
            LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }
}
