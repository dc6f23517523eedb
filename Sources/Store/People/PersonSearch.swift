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
        let names = wanted.nameConditions
        switch (names.isEmpty, wanted.bornOn) {
        case (true, nil): break
        case (true, let born?): add(try reading.byBirth(born), to: \.matching)
        case (false, nil):
            for name in names { add(try reading.byName(name), to: \.matching) }
        case (false, let born?):
            for name in names { add(try reading.byName(name + reading.bornCondition(born)), to: \.matching) }
            add(try reading.byBirth(born), to: \.alike)
            if let swapped = born.swappingDayAndMonth { add(try reading.byBirth(swapped), to: \.alike) }
            for name in names { add(try reading.byName(name), to: \.alike) }
        }
        for condition in wanted.looseConditions { add(try reading.byName(condition), to: \.alike) }
        return found
    }
}

extension PersonSearch.Wanted {
    /// Family and given name begin as asked; none when neither was.
    ///
    /// Those whose whole family name is as asked come first, and by themselves: an index then goes straight to the given
    /// name, where a county has thousands of the family name.
    fileprivate var nameConditions: [SQLQuery] {
        guard !family.isEmpty, !given.isEmpty else {
            return [(family, true), (given, false)].filter { !$0.0.isEmpty }.map(Self.begins)
        }
        let asGiven = Self.begins(given, isFamily: false)
        return [
            "n.family_key = \(family) AND " + asGiven,
            "n.family_key > \(family) AND n.family_key < \(Self.end(of: family)) AND " + asGiven,
        ]
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
        isFamily
            ? "n.family_key >= \(prefix) AND n.family_key < \(end(of: prefix))"
            : "n.given_key >= \(prefix) AND n.given_key < \(end(of: prefix))"
    }

    private static func end(of prefix: String) -> String { prefix + "\u{10FFFF}" }
}

extension Day {
    /// The date with its day and month the other way round, where that is another date.
    fileprivate var swappingDayAndMonth: Day? {
        dayOfMonth == month ? nil : Day(year: year, month: dayOfMonth, day: month)
    }
}
