package import Domain
import Store

/// A person's deadlines under their banner.
package struct DueView: Sendable {
    package var person: PersonView
    /// Still to be done, the most pressing first.
    package var outstanding: [DueLine]
    /// Met, void, or missed and made good, the latest first.
    package var settled: [DueLine]
}

/// Opens what is due for a person, and why.
package struct WhatIsDue: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing`, as for the person's page.
    package func callAsFunction(_ reference: String, by viewer: Viewer) async throws -> DueView {
        let now = world.now()
        let subject = Reference(reference)?.compact ?? ""
        let person = try await world.database.read { connection in
            try PersonReading(world, viewer: viewer, now: now, on: connection).person(subject)?.view
        }
        guard let person else {
            try await world.refuse("due", asked: subject, by: viewer)
        }
        try await world.keepLook("due", at: person, by: viewer)
        let deadlines = person.enrolments.flatMap(\.deadlines)
        let byTime = { (left: DueLine, right: DueLine) in
            (left.dueAt, left.title) < (right.dueAt, right.title)
        }
        return DueView(
            person: person, outstanding: deadlines.filter(\.isOutstanding).sorted(by: byTime),
            settled: deadlines.filter { !$0.isOutstanding }.sorted { byTime($1, $0) })
    }
}
