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
        try clear(standing.subject, on: connection)
        try connection.run(
            """
            INSERT INTO standings (subject, as_of, next_change_at)
            VALUES (\(standing.subject), \(standing.asOf.milliseconds), \(standing.nextChange?.milliseconds))
            ON CONFLICT (subject) DO UPDATE SET as_of = excluded.as_of, next_change_at = excluded.next_change_at
            """)
        for enrolment in standing.enrolments {
            let opening = owners[enrolment.openedBy] ?? (type: "", agency: enrolment.agency)
            try insert(enrolment, opening, subject: standing.subject, on: connection)
            for value in enrolment.values {
                let owner = value.event.flatMap { owners[$0] } ?? (type: "", agency: enrolment.agency)
                try insert(value, owner, enrolment, subject: standing.subject, on: connection)
            }
            for flag in enrolment.flags {
                try insert(
                    flag, (type: opening.type, agency: enrolment.agency), enrolment, subject: standing.subject,
                    on: connection)
            }
            var numbers: [String: Int] = [:]
            for deadline in enrolment.deadlines where enrolment.isOpen || deadline.state == .notMet {
                let number = numbers[deadline.clock, default: 0]
                numbers[deadline.clock] = number + 1
                try insert(
                    deadline, number: number, opening, enrolment, subject: standing.subject,
                    calendar: definitions.calendar, on: connection)
            }
        }
    }

    private static func clear(_ subject: String, on connection: Connection) throws {
        try connection.run(
            """
            DELETE FROM enrolment_values WHERE opened_by IN
                (SELECT opened_by FROM enrolments WHERE subject = \(subject))
            """)
        try connection.run(
            """
            DELETE FROM enrolment_flags WHERE opened_by IN
                (SELECT opened_by FROM enrolments WHERE subject = \(subject))
            """)
        try connection.run("DELETE FROM deadlines WHERE subject = \(subject)")
        try connection.run("DELETE FROM enrolments WHERE subject = \(subject)")
    }

    private static func insert(
        _ enrolment: EnrolmentStanding, _ owner: Owner, subject: String, on connection: Connection
    ) throws {
        let lead = enrolment.lead
        try connection.run(
            """
            INSERT INTO enrolments (opened_by, programme, subject, title, version, agency, opened_at, stage, stage_title,
                stage_since, is_suspended, ended_at, end_reason, end_title, lead_kind, lead_worker, lead_since, category,
                owner, type, position_category, lead_category, lead_type)
            VALUES (\(enrolment.openedBy), \(enrolment.programme), \(subject), \(enrolment.title), \(enrolment.version),
                \(enrolment.agency), \(enrolment.openedAt.milliseconds), \(enrolment.stage), \(enrolment.stageTitle),
                \(enrolment.stageSince.milliseconds), \(enrolment.isSuspended), \(enrolment.ended?.at.milliseconds),
                \(enrolment.ended?.reason), \(enrolment.ended?.title), \(lead.kind), \(lead.worker),
                \(lead.since?.milliseconds), \(enrolment.category), \(owner.agency), \(owner.type),
                \(enrolment.positionCategory), \(enrolment.leadGuard.category), \(enrolment.leadGuard.type))
            """)
    }

    private static func insert(
        _ value: ValueStanding, _ owner: Owner, _ enrolment: EnrolmentStanding, subject: String,
        on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO enrolment_values (opened_by, programme, value, subject, title, category, owner, type, answer)
            VALUES (\(enrolment.openedBy), \(enrolment.programme), \(value.id), \(subject), \(value.title),
                \(value.category), \(owner.agency), \(owner.type), \(value.answer.tagged.text))
            """)
    }

    private static func insert(
        _ flag: FlagStanding, _ owner: Owner, _ enrolment: EnrolmentStanding, subject: String,
        on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO enrolment_flags (opened_by, programme, flag, subject, title, category, owner, type)
            VALUES (\(enrolment.openedBy), \(enrolment.programme), \(flag.id), \(subject), \(flag.title),
                \(flag.category), \(owner.agency), \(owner.type))
            """)
    }

    private static func insert(
        _ deadline: Deadline, number: Int, _ owner: Owner, _ enrolment: EnrolmentStanding, subject: String,
        calendar: WorkingCalendar, on connection: Connection
    ) throws {
        let escalation = deadline.isOutstanding ? deadline.escalations.first : nil
        let escalatesAt = escalation.map { escalation -> Int64 in
            if escalation.after.unit == .hours {
                return deadline.due.end.adding(hours: escalation.after.amount).milliseconds
            }
            return London.endOfDay(escalation.after.day(after: deadline.due.day, calendar: calendar)).milliseconds
        }
        try connection.run(
            """
            INSERT INTO deadlines (opened_by, programme, clock, number, subject, agency, title, state, from_text, due_text,
                due_at, warns_at, category, owner, type, basis, source, because, duty, is_persons_duty, is_outstanding,
                is_led, anchor, done_by, done_at, voided_by, in_a_row, of_in_a_row, is_provisional, escalates_at, escalates_to)
            VALUES (\(enrolment.openedBy), \(enrolment.programme), \(deadline.clock), \(number), \(subject),
                \(enrolment.agency), \(deadline.title), \(deadline.state.rawValue), \(deadline.from?.iso),
                \(deadline.due.iso), \(deadline.due.end.milliseconds), \(deadline.warnsAt?.milliseconds),
                \(deadline.category), \(owner.agency), \(owner.type), \(deadline.basis.rawValue), \(deadline.source), \(deadline.because),
                \(deadline.duty), \(deadline.dutyIsThePersons), \(deadline.isOutstanding), \(enrolment.lead.worker != nil),
                \(deadline.anchor.text),
                \(deadline.doneBy), \(deadline.doneAt?.milliseconds), \(deadline.voidedBy), \(deadline.inARow),
                \(deadline.ofInARow), \(deadline.isProvisional), \(escalatesAt), \(escalation?.to))
            """)
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
