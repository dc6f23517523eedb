package import Domain
import SQLAccess

/// Reads derived rows for lists, through the policy.
package enum StandingRows {
    /// Open enrolments in a programme that a viewer may know of.
    package enum Whose: Sendable {
        case ledBy(String)
        case agency(String)
        case everyone
    }

    package static func open(
        programme: String, whose: Whose, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [EnrolmentRow] {
        let mine: SQLQuery =
            switch whose {
            case .ledBy(let worker): " AND n.lead_worker = \(worker)"
            case .agency(let agency): " AND n.agency = \(agency)"
            case .everyone: ""
            }
        let allowed = AccessSQL(rule)
        return try connection.all(
            selection(allowed)
                + """
                WHERE n.programme = \(programme) AND n.ended_at IS NULL\(mine) AND \(allowed.filter(columns))
                ORDER BY n.opened_at DESC LIMIT \(limit)
                """, enrolment)
    }

    /// Open enrolments, the oldest first.
    static func open(
        _ which: SQLQuery, allowed: AccessSQL, limit: Int, on connection: Connection
    ) throws -> [EnrolmentRow] {
        try connection.all(
            selection(allowed)
                + """
                WHERE \(which) AND n.ended_at IS NULL AND \(allowed.filter(columns))
                ORDER BY n.opened_at, n.opened_by LIMIT \(limit)
                """, enrolment)
    }

    /// A subject's enrolments, open ones first.
    package static func enrolments(
        of subject: String, rule: RowRule, on connection: Connection
    ) throws -> [EnrolmentRow] {
        let allowed = AccessSQL(rule)
        return try connection.all(
            selection(allowed)
                + """
                WHERE n.subject = \(subject) AND \(allowed.filter(columns))
                ORDER BY CASE WHEN n.ended_at IS NULL THEN 0 ELSE 1 END, n.opened_at DESC
                """, enrolment)
    }

    /// With whether its position, and who leads, may be seen as well: less may be than that it exists.
    private static func selection(_ allowed: AccessSQL) -> SQLQuery {
        """
        SELECT n.opened_by, n.programme, n.subject, n.title, n.agency, n.opened_at, n.stage, n.stage_title, n.stage_since,
            n.is_suspended, n.ended_at, n.end_title, n.lead_kind, n.lead_worker, n.lead_since, n.category,
            \(flag(allowed, positionColumns)), \(flag(allowed, leadColumns))
        FROM enrolments n\u{20}
        """
    }

    private static func flag(_ allowed: AccessSQL, _ columns: AccessColumns) -> SQLQuery {
        "CASE WHEN \(allowed.filter(columns)) THEN 1 ELSE 0 END"
    }

    /// Fills in the values, flags and deadlines that may be seen of enrolments already found.
    package static func fill(
        _ rows: inout [EnrolmentRow], with parts: EnrolmentParts = EnrolmentParts(), rule: AccessRule,
        on connection: Connection
    ) throws {
        let seen = try SeenSubjects(rows.map(\.subject), rule: rule, on: connection)
        try fill(&rows, with: parts, seen: seen, on: connection)
    }

    /// The same, of people whom a page has looked at already.
    package static func fill(
        _ rows: inout [EnrolmentRow], with parts: EnrolmentParts = EnrolmentParts(), seen: SeenSubjects,
        on connection: Connection
    ) throws {
        guard !rows.isEmpty else { return }
        var filling = EnrolmentFilling(rows)
        try seen.each { subjects, allowed in
            let opened = filling.openings(of: subjects)
            guard !opened.isEmpty else { return }
            try values(parts.values, opened: opened, allowed: allowed, into: &filling, on: connection)
            try flags(opened: opened, allowed: allowed, into: &filling, on: connection)
            switch parts.deadlines {
            case .all:
                try deadlines("d.opened_by IN \(list: opened)", allowed, into: &filling, on: connection)
            case .outstanding(let ended):
                if !ended.isEmpty {
                    try deadlines(
                        """
                        d.opened_by IN \(list: opened) AND d.clock IN \(list: ended.sorted()) AND d.is_outstanding = 0
                        """, allowed, into: &filling, on: connection)
                }
                try eachOutstanding(of: subjects, allowed, on: connection) { deadline in
                    filling.add(deadline, toOthersOfThePerson: parts.countsEverythingDue)
                }
            }
        }
        filling.order()
        rows = filling.rows
    }

    private static func values(
        _ wanted: Set<String>?, opened: [String], allowed: AccessSQL, into filling: inout EnrolmentFilling,
        on connection: Connection
    ) throws {
        if wanted?.isEmpty ?? false { return }
        let shown: SQLQuery = wanted.map { " AND v.value IN \(list: $0.sorted())" } ?? ""
        try connection.each(
            """
            SELECT v.opened_by, v.programme, v.value, v.answer FROM enrolment_values v
            WHERE v.opened_by IN \(list: opened)\(shown) AND \(allowed.filter(valueColumns))
            """
        ) { row in
            guard let json = CanonicalObject(canonical: Array(try row.text(3).utf8)),
                let answer = Answer(tagged: .object(json))
            else { throw SQLFault.unreadable(column: 3) }
            filling.add(try row.text(2), answer, openedBy: try row.text(0), programme: try row.text(1))
        }
    }

    private static func flags(
        opened: [String], allowed: AccessSQL, into filling: inout EnrolmentFilling, on connection: Connection
    ) throws {
        try connection.each(
            """
            SELECT f.opened_by, f.programme, f.flag, f.title FROM enrolment_flags f
            WHERE f.opened_by IN \(list: opened) AND \(allowed.filter(flagColumns))
            """
        ) { row in
            filling.add(
                FlagRow(flag: try row.text(2), title: try row.text(3)), openedBy: try row.text(0),
                programme: try row.text(1))
        }
    }

    private static func deadlines(
        _ which: SQLQuery, _ allowed: AccessSQL, into filling: inout EnrolmentFilling, on connection: Connection
    ) throws {
        try connection.each(
            deadlineSelection + "FROM deadlines d WHERE \(which) AND \(allowed.filter(deadlineColumns))"
        ) { filling.add(try deadline($0)) }
    }

    /// Outstanding deadlines for an agency's people, the most pressing first.
    package static func outstanding(
        agency: String, leadWorker: String?, dueBefore: Instant, rule: AccessRule, limit: Int,
        on connection: Connection
    ) throws -> [DeadlineRow] {
        let mine: SQLQuery =
            leadWorker.map { worker in
                """
                 AND EXISTS (SELECT 1 FROM enrolments m WHERE m.opened_by = d.opened_by AND m.programme = d.programme
                    AND m.lead_worker = \(worker))
                """
            } ?? ""
        let allowed = AccessSQL(rule).filter(deadlineColumns)
        return try connection.all(
            deadlineSelection + ofAnOpenEnrolment
                + """
                WHERE d.is_outstanding = 1 AND d.agency = \(agency) AND d.due_at < \(dueBefore.milliseconds)\(mine)
                    AND n.ended_at IS NULL AND \(allowed)
                ORDER BY d.due_at LIMIT \(limit)
                """, deadline)
    }

    /// Everything that is still to be done in people's open enrolments.
    private static func eachOutstanding(
        of subjects: [String], _ allowed: AccessSQL, on connection: Connection, _ body: (DeadlineRow) -> Void
    ) throws {
        try connection.each(
            deadlineSelection + ofAnOpenEnrolment
                + """
                WHERE d.subject IN \(list: subjects) AND d.is_outstanding = 1 AND n.ended_at IS NULL
                    AND \(allowed.filter(deadlineColumns))
                """
        ) { body(try deadline($0)) }
    }

    /// What is a role's duty where nobody of the viewer's agency leads: in that agency's own enrolments those that nobody
    /// leads, in other agencies' all; the most pressing first.
    package static func duties(
        of role: String, agency: String, others: [String], dueBefore: Instant, rule: AccessRule, limit: Int,
        on connection: Connection
    ) throws -> [DeadlineRow] {
        let allowed = AccessSQL(rule).filter(deadlineColumns)
        func found(_ whose: SQLQuery) throws -> [DeadlineRow] {
            try connection.all(
                deadlineSelection + ofAnOpenEnrolment
                    + """
                    WHERE d.is_outstanding = 1 AND d.duty = \(role) AND \(whose) AND d.state <> 'paused'
                        AND d.due_at < \(dueBefore.milliseconds) AND n.ended_at IS NULL AND \(allowed)
                    ORDER BY d.due_at, d.opened_by, d.clock, d.number LIMIT \(limit)
                    """, deadline)
        }
        let own = try found("d.agency = \(agency) AND d.is_led = 0")
        let theirs = others.isEmpty ? [] : try found("d.agency IN \(list: others.paddedForStatements)")
        return Array((own + theirs).sorted { $0.dueAt < $1.dueAt }.prefix(limit))
    }

    /// An enrolment's row, as the policy reads it.
    static let columns = AccessColumns(subject: "n.subject", category: "n.category", owner: "n.owner", type: "n.type")

    private static let valueColumns = AccessColumns(
        subject: "v.subject", category: "v.category", owner: "v.owner", type: "v.type")
    private static let flagColumns = AccessColumns(
        subject: "f.subject", category: "f.category", owner: "f.owner", type: "f.type")

    /// How far an enrolment has come, or how it ended.
    static let positionColumns = AccessColumns(
        subject: "n.subject", category: "n.position_category", owner: "n.owner", type: "n.type")

    /// Who leads it.
    private static let leadColumns = AccessColumns(
        subject: "n.subject", category: "n.lead_category", owner: "n.agency", type: "n.lead_type")

    /// A deadline's row.
    static let deadlineColumns = AccessColumns(
        subject: "d.subject", category: "d.category", owner: "d.owner", type: "d.type")

    private static let deadlineSelection: SQLQuery =
        """
        SELECT d.opened_by, d.programme, d.clock, d.number, d.subject, d.title, d.state, d.from_text, d.due_text, d.due_at,
            d.warns_at, d.category, d.basis, d.source, d.because, d.duty, d.is_persons_duty, d.is_outstanding, d.in_a_row,
            d.of_in_a_row, d.is_provisional\u{20}
        """

    /// Where what counts is whether the enrolment is open, which the deadline's own row does not say.
    private static let ofAnOpenEnrolment: SQLQuery =
        """
        FROM deadlines d JOIN enrolments n ON n.opened_by = d.opened_by AND n.programme = d.programme\u{20}
        """

    private static func enrolment(_ row: any SQLRow) throws -> EnrolmentRow {
        let openedAt = Instant(milliseconds: try row.integer(5))
        var found = EnrolmentRow(
            openedBy: try row.text(0), programme: try row.text(1), subject: try row.text(2), title: try row.text(3),
            agency: try row.text(4), openedAt: openedAt, stage: "", stageTitle: "", stageSince: openedAt,
            isSuspended: try row.flag(9), endedAt: try row.integerOrNull(10).map(Instant.init(milliseconds:)),
            endTitle: nil, leadKind: EnrolmentRow.leadNotShown, leadWorker: nil, leadSince: nil,
            category: try row.text(15))
        if try row.flag(16) {
            (found.stage, found.stageTitle) = (try row.text(6), try row.text(7))
            found.stageSince = Instant(milliseconds: try row.integer(8))
            found.endTitle = try row.textOrNull(11)
        }
        if try row.flag(17) {
            (found.leadKind, found.leadWorker) = (try row.text(12), try row.textOrNull(13))
            found.leadSince = try row.integerOrNull(14).map(Instant.init(milliseconds:))
        }
        return found
    }

    private static func deadline(_ row: any SQLRow) throws -> DeadlineRow {
        DeadlineRow(
            openedBy: try row.text(0), programme: try row.text(1), clock: try row.text(2), number: try row.int(3),
            subject: try row.text(4), title: try row.text(5), state: try row.text(6), fromText: try row.textOrNull(7),
            dueText: try row.text(8), dueAt: Instant(milliseconds: try row.integer(9)),
            warnsAt: try row.integerOrNull(10).map(Instant.init(milliseconds:)), category: try row.text(11),
            basis: try row.text(12), source: try row.text(13), because: try row.text(14), duty: try row.text(15),
            isPersonsDuty: try row.flag(16), isOutstanding: try row.flag(17), inARow: try row.intOrNull(18),
            ofInARow: try row.intOrNull(19), isProvisional: try row.flag(20))
    }
}
