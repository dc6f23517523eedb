package import Domain
import Ledger
import Store

/// One likely match, explained.
package struct PersonMatch: Sendable {
    package var person: PersonIdentity
    /// Why it may be the same person; `nil` where only the search words fit.
    package var likeness: LikelyMatch?
    /// The whole name fits and the date of birth does not, which may be typed or told wrong.
    package var hasOtherBirth = false
}

/// Finds people before anybody makes a new record. The search itself is an entry in the ledger, whatever it finds.
///
/// What the viewer may not see is neither compared nor counted, so nothing hints at it.
package struct SearchPeople: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// Strongest likeness first.
    package struct Found: Sendable {
        package var matches: [PersonMatch]
        package var hasMore: Bool

        /// Those who may be the person described, not only share a name with them.
        package var likely: [PersonMatch] { matches.filter { $0.likeness != nil } }
    }

    /// The most people shown at once.
    package static let limit = 20

    package func callAsFunction(_ query: PeopleQuery, by viewer: Viewer) async throws -> Found {
        let found = try await world.database.read { try self.found(query, by: viewer, on: $0) }
        // The words stay out of the ledger: which parts were searched by is enough to see a pattern.
        let parts = query.parts.map(CanonicalJSON.string)
        try await world.keepLook(
            "search", kind: .search, subjects: found.matches.map(\.person.subject), details: [("by", .array(parts))],
            by: viewer)
        return found
    }

    /// The search itself, in one snapshot; whoever shows what it gives keeps the entry.
    func found(_ query: PeopleQuery, by viewer: Viewer, on connection: Connection) throws -> Found {
        let today = London.day(of: world.now())
        let rule = world.rules.current.policy.rule(for: viewer, today: today)
        let candidates = try PersonSearch.find(
            query.wanted(today: today), rule: rule, limit: Self.limit + 1, on: connection)
        let people = try PersonHeads.details(of: candidates.matching + candidates.alike, rule: rule, on: connection)
        let matching = Set(candidates.matching)
        let asked = MatchSubject(query, today: today)
        let matches = people.compactMap { person -> PersonMatch? in
            let likeness = likelyMatch(between: asked, and: MatchSubject(person, today: today))
            // Two parts were given and only one of them fits: shown only when the rest is alike.
            if likeness == nil && query.isExact && !matching.contains(person.head.subject) { return nil }
            return PersonMatch(person: PersonIdentity(person.head, today: today), likeness: likeness)
        }
        // Where nobody else fits, one of the same whole name is worth a look before another record is made of them.
        let others =
            query.isExact && matches.isEmpty
            ? people.filter { query.isWholeName(of: $0.head) }.map {
                PersonMatch(person: PersonIdentity($0.head, today: today), likeness: nil, hasOtherBirth: true)
            } : []
        let ranked = (matches + others).enumerated().sorted { left, right in
            let (one, other) = (left.element.likeness?.score ?? 0, right.element.likeness?.score ?? 0)
            return one == other ? left.offset < right.offset : one > other
        }
        return Found(matches: ranked.prefix(Self.limit).map(\.element), hasMore: ranked.count > Self.limit)
    }
}

extension PeopleQuery {
    /// Whether there is enough to tell people apart by.
    fileprivate var isExact: Bool { born != nil && !(family.isEmpty && given.isEmpty) }

    /// Whether family and given name were both asked, and are both as asked.
    fileprivate func isWholeName(of head: FoundPerson) -> Bool {
        !family.isEmpty && !given.isEmpty && SearchKey.name(head.family) == SearchKey.name(family)
            && SearchKey.name(head.given) == SearchKey.name(given)
    }

    fileprivate var parts: [String] {
        [
            family.isEmpty ? nil : "family", given.isEmpty ? nil : "given", born == nil ? nil : "born",
            numbers.isEmpty ? nil : "number",
        ].compactMap { $0 }
    }
}
