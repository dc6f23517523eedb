package import Domain
package import Store

/// One day of an agency's diary: what is booked and what is free.
package struct DiaryView: Sendable {
    package var day: Day
    package var entries: [Entry]
    package var asOf: Instant
    /// Whether the viewer may add times.
    package var mayAddTimes: Bool

    package enum Entry: Sendable {
        case booked(AppointmentRow, FoundPerson)
        case free(Slot)

        package var startsAt: Instant {
            switch self {
            case .booked(let row, _): row.startsAt
            case .free(let slot): slot.startsAt
            }
        }
    }
}

package struct OpenDiary: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 300

    package func callAsFunction(_ day: Day?, by viewer: Viewer) async throws -> DiaryView {
        let rules = world.rules.current
        let now = world.now()
        let day = day ?? London.day(of: now)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let (from, until) = (London.startOfDay(day), London.endOfDay(day))
        let entries = try await world.database.read { connection -> [DiaryView.Entry] in
            let booked = try AppointmentReading.appointments(
                agency: viewer.agency, worker: nil, from: from, until: until, rule: rule, limit: Self.limit,
                on: connection)
            let heads = try PersonHeads.heads(of: booked.map(\.subject), rule: rule, on: connection)
            let names = Dictionary(heads.map { ($0.subject, $0) }) { first, _ in first }
            let free = try DiaryRows.freeSlots(
                agency: viewer.agency, from: from, until: until, limit: Self.limit, on: connection)
            return booked.map { .booked($0, names[$0.subject] ?? .unnamed($0.subject)) } + free.map { .free($0) }
        }
        var seen: Set<String> = []
        let subjects = entries.compactMap { entry -> String? in
            guard case .booked(let row, _) = entry, seen.insert(row.subject).inserted else { return nil }
            return row.subject
        }
        try await world.keepLook("diary", subjects: subjects, details: [("day", .string(day.iso))], by: viewer)
        return DiaryView(
            day: day, entries: entries.sorted { $0.startsAt < $1.startsAt }, asOf: now,
            mayAddTimes: AddTimes(world).may(viewer))
    }
}
