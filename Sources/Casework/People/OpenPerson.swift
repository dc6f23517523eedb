package import Domain
import Store

/// A person's timeline under their banner.
package struct PersonTimeline: Sendable {
    package var person: PersonView
    /// The newest first.
    package var events: [EventView]
    /// Where the next page begins; nil at the end.
    package var earlier: Instant?
    /// What the record holds that the viewer may see, by title, to choose from.
    package var kinds: [(type: String, title: String)]
    /// The one chosen.
    package var kind: String?
}

/// Opens a person's page. The look is in the ledger before the page leaves.
package struct OpenPerson: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - kind: only events of this record type.
    ///   - before: for the earlier pages of the timeline.
    ///   - limit: how many events; a page may hold more or fewer, so that events of one instant are not torn apart.
    /// - Throws: `Missing` when there is no such person or nothing of them is for this viewer. That look is an entry too,
    ///   the same in both cases.
    package func callAsFunction(
        _ reference: String, kind: String? = nil, before: Instant? = nil, limit: Int = 50, by viewer: Viewer
    ) async throws -> PersonTimeline {
        let now = world.now()
        let subject = Reference(reference)?.compact ?? ""
        let timeline = try await world.database.read { connection -> PersonTimeline? in
            let reading = PersonReading(world, viewer: viewer, now: now, on: connection)
            guard let found = try reading.person(subject) else { return nil }
            let kinds = reading.kinds(found)
            let chosen = kind.flatMap { wanted in kinds.first { $0.type == wanted }?.type }
            let (events, earlier) = try reading.events(of: found, kind: chosen, before: before, limit: limit)
            return PersonTimeline(
                person: found.view, events: events, earlier: earlier, kinds: kinds, kind: chosen)
        }
        guard let timeline else {
            try await world.refuse("person", asked: subject, by: viewer)
        }
        try await world.keepLook("person", at: timeline.person, by: viewer)
        return timeline
    }
}

extension World {
    /// Keeps the entry of a page about one person, with the sections it was made from.
    func keepLook(_ page: String, at person: PersonView, by viewer: Viewer) async throws {
        let sections = Set(person.shown.map(\.category)).sorted().map(CanonicalJSON.string)
        try await keepLook(page, subjects: [person.subject], details: [("sections", .array(sections))], by: viewer)
    }
}

extension PersonReading {
    /// The record types of which something may be seen, by title.
    fileprivate func kinds(_ found: Found) -> [(type: String, title: String)] {
        let types = Set(found.rows.filter(found.row.allows).map(\.type.text))
        return types.map { (type: $0, title: rules.definitions.recordType($0)?.title ?? $0) }
            .sorted { ($0.title, $0.type) < ($1.title, $1.type) }
    }

    /// A page of events ends between two instants, never within one: the next begins before its last.
    fileprivate func events(
        of found: Found, kind: String?, before: Instant?, limit: Int
    ) throws -> (events: [EventView], earlier: Instant?) {
        var limit = limit
        while true {
            let stored = try TimelineReading.events(
                of: found.view.subject, types: kind.map { [$0] }, rule: found.row, before: before, limit: limit + 1,
                on: connection)
            guard stored.count > limit else { return (try stored.map { try EventView($0, rules: rules) }, nil) }
            let next = stored[limit].occurredAt
            let page = stored.prefix { $0.occurredAt > next }
            if let last = page.last {
                return (try page.map { try EventView($0, rules: rules) }, last.occurredAt)
            }
            limit *= 2
        }
    }
}
