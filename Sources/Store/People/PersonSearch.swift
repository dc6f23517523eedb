package import Domain
import SQLAccess

/// Finds people by name, birth date or identifier, among the rows the viewer may see: what they may not see neither
/// matches nor counts.
package enum PersonSearch {
    /// What is looked for, in searching form. Empty parts are not looked for.
    package struct Wanted: Sendable, Hashable {
        /// Folded family name, or its beginning.
        package var family: String
        package var given: String
        /// How the family name sounds; matches besides its spelling.
        package var familySound: String
        package var bornOn: Day?
        /// Identifiers in their canonical forms; any of them.
        package var identifiers: [String]
        /// A person's reference, compact.
        package var reference: String?

        package init(
            family: String = "", given: String = "", familySound: String = "", bornOn: Day? = nil,
            identifiers: [String] = [], reference: String? = nil
        ) {
            self.family = family
            self.given = given
            self.familySound = familySound
            self.bornOn = bornOn
            self.identifiers = identifiers
            self.reference = reference
        }
    }

    /// Who was found, by reference.
    package struct Candidates: Sendable, Hashable {
        /// Everything asked for fits, or one number does.
        package var matching: [String] = []
        /// Something asked for fits: worth comparing. None of `matching`.
        package var alike: [String] = []
    }

    /// - Parameter limit: the most people of each kind to return.
    package static func find(
        _ wanted: Wanted, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> Candidates {
        let reading = SearchReading(rule: rule, limit: limit, connection: connection)
        var found = Candidates()
        var seen: Set<String> = []
        func add(_ subjects: [String], to path: WritableKeyPath<Candidates, [String]>) {
            for subject in subjects where found[keyPath: path].count < limit && seen.insert(subject).inserted {
                found[keyPath: path].append(subject)
            }
        }
        if let reference = wanted.reference { add(try reading.byReference(reference), to: \.matching) }
        if !wanted.identifiers.isEmpty { add(try reading.byIdentifier(wanted.identifiers), to: \.matching) }
        let name = wanted.nameCondition
        switch (name, wanted.bornOn) {
        case (nil, nil): break
        case (nil, let born?): add(try reading.byBirth(born), to: \.matching)
        case (let name?, nil): add(try reading.byName(name), to: \.matching)
        case (let name?, let born?):
            add(try reading.byName(name + reading.bornCondition(born)), to: \.matching)
            add(try reading.byBirth(born), to: \.alike)
            if let swapped = born.swappingDayAndMonth { add(try reading.byBirth(swapped), to: \.alike) }
            add(try reading.byName(name), to: \.alike)
        }
        for condition in wanted.looseConditions { add(try reading.byName(condition), to: \.alike) }
        return found
    }
}

extension PersonSearch.Wanted {
    /// Family and given name begin as asked; nil when neither was.
    fileprivate var nameCondition: SQLQuery? {
        let parts = [(family, true), (given, false)].filter { !$0.0.isEmpty }.map(Self.begins)
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// How the name may have been misheard or written the other way round.
    fileprivate var looseConditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if !familySound.isEmpty {
            let given: SQLQuery = given.isEmpty ? "" : " AND " + Self.begins(given, isFamily: false)
            conditions.append("n.family_sound = \(familySound)\(given)")
        }
        if !family.isEmpty, let initial = given.first {
            conditions.append("n.family_key = \(family) AND " + Self.begins(String(initial), isFamily: false))
            conditions.append(Self.begins(given, isFamily: true) + " AND " + Self.begins(family, isFamily: false))
        }
        return conditions
    }

    /// A range of texts that begin alike, by bytes, which an index answers.
    private static func begins(_ prefix: String, isFamily: Bool) -> SQLQuery {
        let end = prefix + "\u{10FFFF}"
        return isFamily
            ? "n.family_key >= \(prefix) AND n.family_key < \(end)"
            : "n.given_key >= \(prefix) AND n.given_key < \(end)"
    }
}

extension Day {
    /// The date with its day and month the other way round, where that is another date.
    fileprivate var swappingDayAndMonth: Day? {
        dayOfMonth == month ? nil : Day(year: year, month: dayOfMonth, day: month)
    }
}
