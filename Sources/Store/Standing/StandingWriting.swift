package import Domain
import SQLAccess

/// Keeps what the engine derived, so that lists need not work it out for everybody. The rows are made again whenever the
/// log changes or time does; nothing is ever typed into them.
package enum StandingWriting {
    /// Of an event: its record type and the agency that owns it.
    package typealias Owner = (type: String, agency: String)

    /// Replaces a subject's derived rows.
    ///
    /// Each row carries what guards it, so that a list need not open the log to ask whether it may be shown.
    ///
    /// - Parameter owners: by event, what guards what was read from it.
    package static func replace(
        _ standing: Standing, owners: [String: Owner], definitions: Definitions,
        on connection: Connection
    ) throws {
        let subject = standing.subject
        // Whose values and flags there are stands in the enrolments: they are read before those change.
        let (values, flags) = (
            try valueTable.rows(of: subject, on: connection), try flagTable.rows(of: subject, on: connection)
        )
        try connection.run(
            """
            INSERT INTO standings (subject, as_of, next_change_at)
            VALUES (\(subject), \(standing.asOf.milliseconds), \(standing.nextChange?.milliseconds))
            ON CONFLICT (subject) DO UPDATE SET as_of = excluded.as_of, next_change_at = excluded.next_change_at
            """)
        let rows = DerivedStandingRows(standing, owners: owners, calendar: definitions.calendar)
        try enrolmentTable.replace(rows.enrolments, of: subject, on: connection)
        try valueTable.replace(rows.values, of: subject, before: values, on: connection)
        try flagTable.replace(rows.flags, of: subject, before: flags, on: connection)
        try deadlineTable.replace(rows.deadlines, of: subject, on: connection)
    }

    private static let enrolmentTable = DerivedTable(
        "enrolments", key: ["opened_by", "programme"],
        rest: [
            "subject", "title", "version", "agency", "opened_at", "stage", "stage_title", "stage_since", "is_suspended",
            "ended_at", "end_reason", "end_title", "lead_kind", "lead_worker", "lead_since", "category", "owner",
            "type",
            "position_category", "lead_category", "lead_type",
        ])

    private static let valueTable = DerivedTable(
        "enrolment_values", key: ["opened_by", "programme", "value"],
        rest: ["subject", "title", "category", "owner", "type", "answer"], whose: ofTheirEnrolments)

    private static let flagTable = DerivedTable(
        "enrolment_flags", key: ["opened_by", "programme", "flag"],
        rest: ["subject", "title", "category", "owner", "type"], whose: ofTheirEnrolments)

    private static let deadlineTable = DerivedTable(
        "deadlines", key: ["opened_by", "programme", "clock", "number"],
        rest: [
            "subject", "agency", "title", "state", "from_text", "due_text", "due_at", "warns_at", "category", "owner",
            "type", "basis", "source", "because", "duty", "is_persons_duty", "is_outstanding", "is_led", "anchor",
            "done_by", "done_at", "voided_by", "in_a_row", "of_in_a_row", "is_provisional", "escalates_at",
            "escalates_to",
        ])

    private static let ofTheirEnrolments: @Sendable (String) -> SQLQuery = { subject in
        "opened_by IN (SELECT opened_by FROM enrolments WHERE subject = \(subject))"
    }
}

/// A subject's standing as the rows that are kept of it.
private struct DerivedStandingRows {
    private(set) var enrolments: [[SQLValue]] = []
    private(set) var values: [[SQLValue]] = []
    private(set) var flags: [[SQLValue]] = []
    private(set) var deadlines: [[SQLValue]] = []

    init(_ standing: Standing, owners: [String: StandingWriting.Owner], calendar: WorkingCalendar) {
        let subject = standing.subject
        for enrolment in standing.enrolments {
            let opening = owners[enrolment.openedBy] ?? (type: "", agency: enrolment.agency)
            enrolments.append(Self.row(enrolment, opening, subject))
            for value in enrolment.values {
                let owner = value.event.flatMap { owners[$0] } ?? (type: "", agency: enrolment.agency)
                values.append([
                    .text(enrolment.openedBy), .text(enrolment.programme), .text(value.id), .text(subject),
                    .text(value.title), .text(value.category), .text(owner.agency), .text(owner.type),
                    .text(value.answer.tagged.text),
                ])
            }
            for flag in enrolment.flags {
                flags.append([
                    .text(enrolment.openedBy), .text(enrolment.programme), .text(flag.id), .text(subject),
                    .text(flag.title), .text(flag.category), .text(enrolment.agency), .text(opening.type),
                ])
            }
            var numbers: [String: Int] = [:]
            for deadline in enrolment.deadlines where enrolment.isOpen || deadline.state == .notMet {
                let number = numbers[deadline.clock, default: 0]
                numbers[deadline.clock] = number + 1
                deadlines.append(Self.row(deadline, number: number, opening, enrolment, subject, calendar))
            }
        }
    }

    private static func row(
        _ enrolment: EnrolmentStanding, _ owner: StandingWriting.Owner, _ subject: String
    ) -> [SQLValue] {
        let lead = enrolment.lead
        return [
            .text(enrolment.openedBy), .text(enrolment.programme), .text(subject), .text(enrolment.title),
            .text(enrolment.version), .text(enrolment.agency), SQLValue(enrolment.openedAt), .text(enrolment.stage),
            .text(enrolment.stageTitle), SQLValue(enrolment.stageSince), SQLValue(enrolment.isSuspended),
            SQLValue(enrolment.ended?.at), SQLValue(enrolment.ended?.reason), SQLValue(enrolment.ended?.title),
            .text(lead.kind), SQLValue(lead.worker), SQLValue(lead.since), .text(enrolment.category),
            .text(owner.agency), .text(owner.type), .text(enrolment.positionCategory),
            .text(enrolment.leadGuard.category), .text(enrolment.leadGuard.type),
        ]
    }

    private static func row(
        _ deadline: Deadline, number: Int, _ owner: StandingWriting.Owner, _ enrolment: EnrolmentStanding,
        _ subject: String, _ calendar: WorkingCalendar
    ) -> [SQLValue] {
        let escalation = deadline.isOutstanding ? deadline.escalations.first : nil
        let escalatesAt = escalation.map { escalation -> Instant in
            if escalation.after.unit == .hours { return deadline.due.end.adding(hours: escalation.after.amount) }
            return London.endOfDay(escalation.after.day(after: deadline.due.day, calendar: calendar))
        }
        return [
            .text(enrolment.openedBy), .text(enrolment.programme), .text(deadline.clock), SQLValue(number),
            .text(subject), .text(enrolment.agency), .text(deadline.title), .text(deadline.state.rawValue),
            SQLValue(deadline.from?.iso), .text(deadline.due.iso), SQLValue(deadline.due.end),
            SQLValue(deadline.warnsAt), .text(deadline.category), .text(owner.agency), .text(owner.type),
            .text(deadline.basis.rawValue), .text(deadline.source), .text(deadline.because), .text(deadline.duty),
            SQLValue(deadline.dutyIsThePersons), SQLValue(deadline.isOutstanding),
            SQLValue(enrolment.lead.worker != nil),
            .text(deadline.anchor.text), SQLValue(deadline.doneBy), SQLValue(deadline.doneAt),
            SQLValue(deadline.voidedBy), SQLValue(deadline.inARow), SQLValue(deadline.ofInARow),
            SQLValue(deadline.isProvisional), SQLValue(escalatesAt), SQLValue(escalation?.to),
        ]
    }
}

extension Lead {
    package var kind: String {
        switch self {
        case .none: "none"
        case .notNeeded: "not-needed"
        case .onDuty: "on-duty"
        case .accepted: "accepted"
        }
    }

    package var since: Instant? {
        switch self {
        case .none, .notNeeded: nil
        case .onDuty(_, let since), .accepted(_, let since, _): since
        }
    }
}

extension Answer {
    /// With its kind, so that a value can be read back without its field.
    package var tagged: CanonicalJSON {
        let kind: String =
            switch self {
            case .text: "text"
            case .choice: "choice"
            case .choices: "choices"
            case .number: "number"
            case .day: "day"
            case .instant: "instant"
            case .yesNo: "yes-no"
            case .weeks: "weeks"
            case .reference: "reference"
            case .money: "money"
            case .missing: "missing"
            }
        return [("kind", .string(kind)), ("value", json)].object
    }

    package init?(tagged: CanonicalJSON) {
        guard case .string(let kind)? = tagged["kind"], let value = tagged["value"] else { return nil }
        let read: Answer? =
            switch kind {
            case "text": Answer(json: value, kind: .text(lines: 1, limit: .max))
            case "choice": Answer(json: value, kind: .choice(.own([])))
            case "choices": Answer(json: value, kind: .choices(.own([])))
            case "number": Answer(json: value, kind: .number(unit: "", range: nil, whole: false))
            case "day": Answer(json: value, kind: .day)
            case "instant": Answer(json: value, kind: .instant)
            case "yes-no", "missing": Answer(json: value, kind: .yesNo)
            case "weeks": Answer(weeks: value)
            case "reference": Answer(json: value, kind: .worker)
            case "money": Answer(json: value, kind: .money)
            default: nil
            }
        guard let read else { return nil }
        self = read
    }

    private init?(weeks json: CanonicalJSON) {
        guard case .array(let weeks) = json else { return nil }
        self.init(json: json, kind: .weeks(weeks.count))
    }
}

extension [(String, CanonicalJSON)] {
    fileprivate var object: CanonicalJSON { .object(CanonicalObject(self)) }
}
