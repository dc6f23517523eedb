package import Domain
import Store

/// Looks for free times in the partnership's diaries, in the light of what is due for the person.
package struct OfferTimes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// How many times one page offers of each kind, how far ahead it looks beyond the days allowed, and how far back for
    /// an appointment that nobody has recorded.
    private static let (limit, horizonDays, lookBackDays) = (60, 28, 92)

    /// - Parameter purpose: `nil` takes the purpose that is due for the person, if there is one.
    /// - Throws: `Missing` when there is no such person for this viewer, or `RecordRefusal.notForYourRole`.
    package func callAsFunction(
        _ reference: String, purpose asked: String?, by viewer: Viewer
    ) async throws -> TimesOffered {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        if let type = AppointmentPurposes(rules: rules).type {
            try RecordingRights(rules: rules).check(type, viewer: viewer)
        }
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let offered = try await world.database.read { connection -> TimesOffered? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            enrolments.removeAll { $0.endedAt != nil }
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            let purposes = purposes(enrolments, rules: rules, now: now)
            let chosen =
                asked.map { code in purposes.first { $0.code == code } }
                ?? purposes.first { $0.window != nil }
                ?? self.offered(to: viewer, enrolments, among: purposes, now: now)
            let person = try PersonLine.lines(of: [subject], rule: rule, on: connection)[subject]
            var offered = TimesOffered(
                person: person ?? PersonLine(.unnamed(subject)), type: AppointmentPurposes(rules: rules).type?.id,
                purposes: purposes, purpose: chosen, times: [],
                hasMore: false, booked: [], asOf: now)
            guard let chosen else { return offered }
            let slots = try slots(chosen, now: now, on: connection)
            offered.times = slots.kept.map { TimesOffered.Time($0, rules: rules) }
            offered.hasMore = slots.hasMore
            offered.booked = try AppointmentReading.appointments(
                of: subject, from: now.adding(hours: -24 * Self.lookBackDays), rule: row, on: connection
            ).filter { $0.purpose == chosen.code && $0.state == "booked" }.map { AppointmentLine($0, rules: rules) }
            return offered
        }
        guard let offered else { try await world.refuse("booking", asked: subject, by: viewer) }
        try await world.keepLook(
            "booking", subjects: [subject], details: [("purpose", .string(offered.purpose?.code ?? ""))], by: viewer)
        return offered
    }

    /// What a board of the viewer's would book for the person as they stand, where nothing due names a purpose.
    private func offered(
        to viewer: Viewer, _ enrolments: [EnrolmentRow], among purposes: [TimesOffered.Purpose], now: Instant
    ) -> TimesOffered.Purpose? {
        let rules = world.rules.current
        let reading = RowReading(rules: rules, now: now)
        for board in OpenBoard(world).boards(for: viewer) {
            guard case .enrolments(let programme) = board.rows else { continue }
            for row in enrolments where row.programme == programme {
                let act = board.acts.first { act in
                    act.answers["purpose"] != nil && act.when != .always
                        && rules.definitions.recordType(act.record)?.actsAs == .appointment
                        && reading.holds(act.when, of: row)
                }
                if let code = act?.answers["purpose"] { return purposes.first { $0.code == code } }
            }
        }
        return nil
    }

    private func purposes(
        _ enrolments: [EnrolmentRow], rules: RulesInForce.Snapshot, now: Instant
    ) -> [TimesOffered.Purpose] {
        var windows: [String: TimesOffered.Window] = [:]
        for enrolment in enrolments {
            for deadline in enrolment.deadlines where deadline.isOutstanding {
                let purpose = rules.definitions.programme(enrolment.programme)?.clock(deadline.clock)?.books ?? ""
                guard !purpose.isEmpty, windows[purpose] == nil else { continue }
                windows[purpose] = TimesOffered.Window(deadline, openedAt: enrolment.openedAt)
            }
        }
        let all = AppointmentPurposes(rules: rules).options(on: London.day(of: now)).map {
            TimesOffered.Purpose(
                code: $0.code, title: $0.title, window: windows[$0.code],
                isOneAtATime: rules.definitions.attendance(forPurpose: $0.code) != nil)
        }
        return all.filter { $0.window != nil } + all.filter { $0.window == nil }
    }

    /// Times within the days allowed stand first in line, so that many earlier ones cannot crowd them out.
    private func slots(
        _ purpose: TimesOffered.Purpose, now: Instant, on connection: Connection
    ) throws -> (kept: [Slot], hasMore: Bool) {
        let horizon = now.adding(hours: 24 * Self.horizonDays)
        func free(from: Instant, until: Instant) throws -> [Slot] {
            guard from <= until else { return [] }
            return try DiaryRows.freeSlots(
                agency: nil, purpose: purpose.code, from: from, until: until, limit: Self.limit + 1, on: connection)
        }
        // A time that starts this very moment is gone.
        let soonest = now.adding(milliseconds: 1)
        guard let window = purpose.window else {
            let found = try free(from: soonest, until: horizon)
            return (Array(found.prefix(Self.limit)), found.count > Self.limit)
        }
        let (opens, closes) = (London.startOfDay(window.from), London.endOfDay(window.due))
        let within = try free(from: max(soonest, opens), until: closes)
        let before = try free(from: soonest, until: opens.adding(milliseconds: -1))
        let after = try free(
            from: max(soonest, closes.adding(milliseconds: 1)),
            until: max(closes, now).adding(hours: 24 * Self.horizonDays))
        let parts = [before, within, after]
        return (parts.flatMap { $0.prefix(Self.limit) }, parts.contains { $0.count > Self.limit })
    }
}

extension TimesOffered.Window {
    /// `nil` for a deadline whose end cannot be read, which no page then acts upon.
    init?(_ deadline: DeadlineRow, openedAt: Instant) {
        func day(_ text: String) -> Day? { Day(text) ?? Instant(text).map(London.day(of:)) }
        guard let due = day(deadline.dueText) else { return nil }
        self.init(
            from: deadline.fromText.flatMap(day) ?? London.day(of: openedAt), due: due, title: deadline.title,
            because: deadline.because, source: deadline.source, basis: deadline.basis)
    }
}

extension TimesOffered.Time {
    init(_ slot: Slot, rules: RulesInForce.Snapshot) {
        self.init(
            slot: slot.id, startsAt: slot.startsAt, minutes: slot.minutes,
            place: rules.directory.venueTitle(slot.venue), room: slot.room,
            worker: slot.worker.map(rules.directory.workerName) ?? "")
    }
}
