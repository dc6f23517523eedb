package import Domain
import Ledger
package import Store

/// What somebody typed to find a person.
package struct PeopleQuery: Sendable, Hashable {
    package var family: String
    package var given: String
    package var born: Day?
    package var identifier: String

    package init(family: String = "", given: String = "", born: Day? = nil, identifier: String = "") {
        self.family = family
        self.given = given
        self.born = born
        self.identifier = identifier
    }

    package var isEmpty: Bool {
        family.trimmed.isEmpty && given.trimmed.isEmpty && born == nil && identifier.trimmed.isEmpty
    }
}

/// One likely match, explained.
package struct PersonMatch: Sendable {
    package var person: FoundPerson
    /// Why it may be the same person; `nil` where only the search words fit.
    package var likeness: LikelyMatch?
}

/// Finds people before anybody makes a new record. The search itself is an entry in the ledger, whatever it finds.
package struct SearchPeople: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package struct Found: Sendable {
        package var matches: [PersonMatch]
        package var hasMore: Bool
    }

    private static let limit = 20

    package func callAsFunction(_ query: PeopleQuery, by viewer: Viewer) async throws -> Found {
        let rules = world.rules.current
        let today = London.day(of: world.now())
        let rule = rules.policy.rule(for: viewer, today: today)
        let wanted = wanted(query, today: today)
        let people = try await world.database.read { connection in
            try PersonSearch.find(wanted, rule: rule, limit: Self.limit + 1, on: connection)
        }
        let matches = people.prefix(Self.limit).map { person in
            PersonMatch(person: person, likeness: likelyMatch(between: MatchSubject(query), and: MatchSubject(person)))
        }
        let ranked = matches.enumerated().sorted { left, right in
            let (one, other) = (left.element.likeness?.score ?? 0, right.element.likeness?.score ?? 0)
            return one == other ? left.offset < right.offset : one > other
        }
        let found = Found(matches: ranked.map(\.element), hasMore: people.count > Self.limit)
        // The words stay out of the ledger: how many parts were searched by is enough to see a pattern.
        let parts: [String] = [
            query.family.isEmpty ? nil : "family", query.given.isEmpty ? nil : "given",
            query.born == nil ? nil : "born", query.identifier.isEmpty ? nil : "identifier",
        ].compactMap { $0 }
        try await world.keepLook(
            "search", kind: .search, subjects: found.matches.map(\.person.subject),
            details: [("by", .array(parts.map(CanonicalJSON.string)))], by: viewer)
        return found
    }

    private func wanted(_ query: PeopleQuery, today: Day) -> PersonSearch.Wanted {
        var wanted = PersonSearch.Wanted(
            family: SearchKey.name(query.family), given: SearchKey.name(query.given),
            familySound: SearchKey.sound(query.family) ?? "", bornOn: query.born)
        let typed = query.identifier.trimmed
        guard !typed.isEmpty else { return wanted }
        wanted.reference = Reference(typed)?.compact
        // The first kind whose check it passes; else as typed, which finds nothing but is no mistake.
        wanted.identifier = typed
        for kind in IdentifierKind.allCases {
            if case .success(let identifier) = kind.check(typed, today: today) {
                wanted.identifier = identifier.value
                break
            }
        }
        return wanted
    }
}
