package import Domain
import Store

/// What was booked, and what is to be done next about it.
package struct BookingView: Sendable {
    package var person: PersonLine
    package var appointment: AppointmentLine
    /// The days allowed for the purpose, where something due limits them.
    package var window: TimesOffered.Window?
    package var notice: NoticeStep?
    /// Whether another booking for the purpose would take its place.
    package var isOneAtATime: Bool

    /// The notice that tells the person of the appointment.
    package enum NoticeStep: Sendable, Hashable {
        /// It was made out for this time: the event to print it from.
        case print(event: String, title: String)
        /// It is to be made out first, with this record.
        case record(type: String, title: String, prompt: String)
    }
}

/// Opens the page after a booking.
package struct OpenBooking: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` when there is no such appointment for this viewer.
    package func callAsFunction(
        _ event: String, of reference: String, by viewer: Viewer
    ) async throws -> BookingView {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let view = try await world.database.read { connection -> BookingView? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let appointment = try AppointmentReading.appointment(event, of: subject, rule: row, on: connection)
            else { return nil }
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            enrolments.removeAll { $0.endedAt != nil }
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            let window = enrolments.lazy.compactMap { enrolment in
                enrolment.deadlines.first { deadline in
                    deadline.isOutstanding
                        && rules.definitions.programme(enrolment.programme)?.clock(deadline.clock)?.books
                            == appointment.purpose
                }.flatMap { TimesOffered.Window($0, openedAt: enrolment.openedAt) }
            }.first
            let person = try PersonLine.lines(of: [subject], rule: rule, on: connection)[subject]
            return BookingView(
                person: person ?? PersonLine(.unnamed(subject)),
                appointment: AppointmentLine(appointment, rules: rules), window: window,
                notice: try NoticeOfBooking(rules: rules, viewer: viewer).step(appointment, row: row, on: connection),
                isOneAtATime: rules.definitions.attendance(forPurpose: appointment.purpose) != nil)
        }
        guard let view else { try await world.refuse("booked", asked: subject, by: viewer) }
        try await world.keepLook("booked", subjects: [subject], details: [("event", .string(event))], by: viewer)
        return view
    }
}

/// Finds the notice of an appointment, or says how it is made out.
private struct NoticeOfBooking {
    let rules: RulesInForce.Snapshot
    let viewer: Viewer

    func step(
        _ appointment: AppointmentRow, row: RowRule, on connection: Connection
    ) throws -> BookingView.NoticeStep? {
        guard appointment.state == "booked" else { return nil }
        let rights = RecordingRights(rules: rules)
        for (letter, type) in AppointmentPurposes(rules: rules).letters(appointment.purpose) {
            if type.id == appointment.guardedBy.type { return .print(event: appointment.event, title: letter.title) }
            let given = try TimelineReading.events(
                of: appointment.subject, types: [type.id], rule: row, limit: 20, on: connection)
            for event in given {
                var answers: [String: Answer] = [:]
                for (_, text) in event.sections { try AnswerReading.read(text, type: type, into: &answers) }
                if answers.values.contains(.instant(appointment.startsAt)) {
                    return .print(event: event.id, title: letter.title)
                }
            }
            if rights.mayComplete(type, viewer: viewer) {
                return .record(type: type.id, title: letter.title, prompt: type.prompt)
            }
        }
        return nil
    }
}
