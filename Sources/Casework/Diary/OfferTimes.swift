package import Domain
package import Store

/// Free times for one person and purpose, the first lawful one in front.
package struct TimesOffered: Sendable {
    package var subject: String
    package var person: FoundPerson?
    package var purpose: String
    /// The days the law or local practice allows, with the reason; `nil` when no clock limits this purpose.
    package var window: Window?
    package var slots: [Slot]
    /// What the person already has for the purpose: a new booking takes its place.
    package var booked: AppointmentRow?
    package var asOf: Instant

    package struct Window: Sendable, Hashable {
        package var from: Day
        package var due: Day
        package var title: String
        package var because: String
        package var source: String
        package var basis: String
    }

    /// Whether a time lies within the days allowed.
    package func isWithin(_ slot: Slot) -> Bool {
        guard let window else { return true }
        let day = London.day(of: slot.startsAt)
        return day >= window.from && day <= window.due
    }
}

/// Looks for free times in a diary, in the light of what is due for the person.
package struct OfferTimes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// How many times one page offers, and how far ahead it looks where no clock limits it.
    private static let (limit, horizonDays) = (60, 28)

    /// - Throws: `Missing` when there is no such person for this viewer.
    package func callAsFunction(
        _ reference: String, purpose: String, by viewer: Viewer
    ) async throws -> TimesOffered {
        let rules = world.rules.current
        let now = world.now()
        guard let subject = Reference(reference)?.compact else { throw Missing() }
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let offered = try await world.database.read { connection -> TimesOffered? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            enrolments.removeAll { $0.endedAt != nil }
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            let window = enrolments.lazy.compactMap { self.window($0, purpose: purpose, rules: rules) }.first
            let from = max(now, window.map { London.startOfDay($0.from) } ?? now)
            let until = max(
                from.adding(hours: 24 * Self.horizonDays), window.map { London.endOfDay($0.due) } ?? now)
            let booked = try AppointmentReading.appointments(of: subject, from: now, rule: row, on: connection)
                .first { $0.purpose == purpose && $0.state == "booked" }
            return TimesOffered(
                subject: subject, person: try PersonHeads.heads(of: [subject], rule: rule, on: connection).first,
                purpose: purpose, window: window,
                slots: try DiaryRows.freeSlots(
                    agency: nil, purpose: purpose, from: from, until: until, limit: Self.limit, on: connection),
                booked: booked, asOf: now)
        }
        guard let offered else {
            try await world.keepLook("diary", subjects: [], details: [("asked", .string(subject))], by: viewer)
            throw Missing()
        }
        try await world.keepLook("diary", subjects: [subject], details: [("purpose", .string(purpose))], by: viewer)
        return offered
    }

    private func window(
        _ enrolment: EnrolmentRow, purpose: String, rules: RulesInForce.Snapshot
    ) -> TimesOffered.Window? {
        guard let programme = rules.definitions.programme(enrolment.programme) else { return nil }
        for deadline in enrolment.deadlines where deadline.isOutstanding {
            guard programme.clock(deadline.clock)?.books == purpose, let due = Day(deadline.dueText) else { continue }
            let from = deadline.fromText.flatMap { Day($0) } ?? London.day(of: enrolment.openedAt)
            return TimesOffered.Window(
                from: from, due: due, title: deadline.title, because: deadline.because, source: deadline.source,
                basis: deadline.basis)
        }
        return nil
    }
}
