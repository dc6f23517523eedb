package import Domain
import Store

/// Opens one day of the diary of the viewer's agency, or of another for those who book in it. The look names everyone
/// shown.
package struct OpenDiary: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 300

    /// - Parameters:
    ///   - day: today when not said.
    ///   - asked: whose diary; the viewer's own agency's when not said, or where nobody of theirs keeps one the first that
    ///     they book in. One that is not theirs to open is passed over.
    package func callAsFunction(_ day: Day?, of asked: String? = nil, by viewer: Viewer) async throws -> DiaryView {
        let (rules, now) = (world.rules.current, world.now())
        let day = day ?? London.day(of: now)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let acts = DiaryActs(world, viewer: viewer, now: now)
        let (from, until) = (London.startOfDay(day), London.endOfDay(day))
        let limit = Self.limit
        let (mayBook, mayKeep) = (BookTime(world).may(viewer), AddTimes(world).may(viewer))
        let withTimes = try await world.database.read { try DiaryRows.agencies(from: Self.since(now), on: $0) }
        let kept = mayBook ? withTimes : []
        let keeps = RecordingRights(rules: rules).keepsDiary(at: viewer.agency, on: London.day(of: now))
        let agency = Self.agency(asked, kept: keeps ? kept.union([viewer.agency]) : kept, viewer: viewer)
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
                free.map { slot in
                    let isOurs = mayKeep && slot.agency == viewer.agency && slot.startsAt > now
                    return line(slot, .free(slot: isOurs ? slot.id : nil), rules: rules)
                }
                + taken.filter { !shown.contains($0.id) }.map { line($0, .taken, rules: rules) }
            return (lines + others, booked.map(\.subject))
        }
        var seen: Set<String> = []
        try await world.keepLook(
            "diary", subjects: subjects.filter { seen.insert($0).inserted },
            details: [("agency", .string(agency)), ("day", .string(day.iso))], by: viewer)
        let sorted = lines.enumerated().sorted { ($0.element.startsAt, $0.offset) < ($1.element.startsAt, $1.offset) }
        return DiaryView(
            day: day, agency: rules.directory.agencyTitle(agency),
            otherAgency: agency == viewer.agency ? nil : agency,
            others: kept.subtracting([agency]).map { .init(id: $0, title: rules.directory.agencyTitle($0)) }
                .sorted { ($0.title, $0.id) < ($1.title, $1.id) }, lines: sorted.prefix(limit).map(\.element),
            hasMore: lines.count > limit, asOf: now, mayAddTimes: mayKeep,
            mayBook: mayBook, hasTimes: agency != viewer.agency || withTimes.contains(agency))
    }

    /// A diary whose last time is longer past than this is kept no more.
    private static func since(_ now: Instant) -> Instant { now.adding(hours: -24 * 28) }

    private static func agency(_ asked: String?, kept: Set<String>, viewer: Viewer) -> String {
        if let asked, kept.contains(asked) { return asked }
        return kept.isEmpty || kept.contains(viewer.agency) ? viewer.agency : kept.sorted()[0]
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
