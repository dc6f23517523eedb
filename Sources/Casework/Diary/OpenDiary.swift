package import Domain
import Store

/// Opens one day of the diary of the viewer's agency. The look names everyone shown.
package struct OpenDiary: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 300

    /// - Parameter day: today when not said.
    package func callAsFunction(_ day: Day?, by viewer: Viewer) async throws -> DiaryView {
        let (rules, now) = (world.rules.current, world.now())
        let day = day ?? London.day(of: now)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let acts = DiaryActs(world, viewer: viewer, now: now)
        let (from, until) = (London.startOfDay(day), London.endOfDay(day))
        let (agency, limit) = (viewer.agency, Self.limit)
        let (lines, subjects) = try await world.database.read { connection -> ([DiaryView.Line], [String]) in
            let booked = try AppointmentReading.appointments(
                agency: agency, worker: nil, from: from, until: until, rule: rule, limit: limit + 1, on: connection)
            let names = try PersonLine.lines(of: booked.map(\.subject), rule: rule, on: connection)
            let shown = Set(booked.compactMap(\.slot))
            let free = try DiaryRows.freeSlots(
                agency: agency, from: from, until: until, limit: limit + 1, on: connection)
            let taken = try DiaryRows.takenSlots(
                agency: agency, from: from, until: until, limit: limit + 1, on: connection)
            let rooms = Dictionary(taken.map { ($0.id, $0.room) }) { first, _ in first }
            let lines = booked.compactMap { row in
                names[row.subject].map { person in
                    line(row, person, room: row.slot.flatMap { rooms[$0] } ?? "", acts: acts, rules: rules)
                }
            }
            let others =
                free.map { line($0, .free, rules: rules) }
                + taken.filter { !shown.contains($0.id) }.map { line($0, .taken, rules: rules) }
            return (lines + others, booked.map(\.subject))
        }
        var seen: Set<String> = []
        try await world.keepLook(
            "diary", subjects: subjects.filter { seen.insert($0).inserted }, details: [("day", .string(day.iso))],
            by: viewer)
        let sorted = lines.enumerated().sorted { ($0.element.startsAt, $0.offset) < ($1.element.startsAt, $1.offset) }
        return DiaryView(
            day: day, agency: rules.directory.agencyTitle(agency), lines: sorted.prefix(limit).map(\.element),
            hasMore: lines.count > limit, asOf: now, mayAddTimes: AddTimes(world).may(viewer),
            mayBook: BookTime(world).may(viewer))
    }

    private func line(
        _ row: AppointmentRow, _ person: PersonLine, room: String, acts: DiaryActs, rules: RulesInForce.Snapshot
    ) -> DiaryView.Line {
        let words = AppointmentLine(row, rules: rules)
        let booking = DiaryView.Booking(event: row.event, person: person, state: words.state, acts: acts.acts(on: row))
        return DiaryView.Line(
            startsAt: row.startsAt, minutes: row.minutes, purpose: words.purposeTitle, place: words.place, room: room,
            worker: words.worker, what: .booked(booking))
    }

    private func line(_ slot: Slot, _ what: DiaryView.What, rules: RulesInForce.Snapshot) -> DiaryView.Line {
        DiaryView.Line(
            startsAt: slot.startsAt, minutes: slot.minutes,
            purpose: AppointmentPurposes(rules: rules).title(slot.purpose, on: London.day(of: slot.startsAt)),
            place: rules.directory.venueTitle(slot.venue), room: slot.room,
            worker: slot.worker.map(rules.directory.workerName) ?? "", what: what)
    }
}
