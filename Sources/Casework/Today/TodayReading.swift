import Domain
import Store

/// Reads a worker's day from one snapshot.
struct TodayReading {
    private let viewer: Viewer
    private let rules: RulesInForce.Snapshot
    private let rule: AccessRule
    private let now: Instant
    private let today: Day
    private let connection: Connection

    /// The most lines of each part.
    private static let limit = 100
    private static let changes = 20
    /// Without any record for so many days somebody is quiet.
    private static let quietDays = 7

    init(_ world: World, viewer: Viewer, now: Instant, on connection: Connection) {
        self.viewer = viewer
        self.now = now
        self.connection = connection
        rules = world.rules.current
        today = London.day(of: now)
        rule = rules.policy.rule(for: viewer, today: today)
    }

    func view() throws -> TodayView {
        // Whether a person may be seen is asked once, whatever part of the page they are in.
        var seen = try SeenSubjects(
            PeopleOfMine.subjects(ledBy: viewer.worker, on: connection), rule: rule, on: connection)
        var mine = try PeopleOfMine.enrolments(ledBy: viewer.worker, seen: seen, limit: Self.limit, on: connection)
        let parts = EnrolmentParts(values: [], deadlines: .outstanding(andEndedOf: []))
        try StandingRows.fill(&mine, with: parts, seen: seen, on: connection)
        let subjects = Set(mine.map(\.subject)).sorted()
        let since =
            try RecentChanges.previousSession(of: viewer.worker, before: viewer.session, on: connection)
            ?? now.adding(hours: -24)
        let alerts = mine.flatMap { row in
            row.flags.map { (subject: row.subject, alert: TodayView.Alert(title: $0.title, programme: row.title)) }
        }
        let flagged = Set(alerts.map(\.subject))
        let quiet = try quiet(among: seen.only(subjects.filter { !flagged.contains($0) }))
        let due = ordered(pressing(mine.flatMap(\.deadlines)) + (try duties()))
        let appointments = try PeopleOfMine.appointments(
            of: viewer.worker, subjects: subjects, from: London.startOfDay(today), until: London.endOfDay(today),
            rule: rule, limit: Self.limit, on: connection)
        let referrals = try WaitingReferrals.sent(to: viewer.agency, rule: rule, limit: Self.limit, on: connection)
        let escalations = try EscalationRows.waiting(
            role: viewer.role, agency: viewer.agency, rule: rule, limit: Self.limit, on: connection)
        var withoutLead = try PeopleOfMine.withoutLead(
            agency: viewer.agency, programmes: programmesThatAreLed, rule: rule, limit: Self.limit, on: connection)
        try StandingRows.fill(&withoutLead, with: parts, rule: rule, on: connection)
        let (handOvers, drafts) = (try handOvers(), try drafts())
        let changes = try RecentChanges.since(
            since, of: seen.only(subjects), notBy: viewer.worker, limit: Self.changes, on: connection)

        let others = [
            appointments.map(\.subject), referrals.map(\.subject), escalations.map(\.subject),
            due.map(\.subject), withoutLead.map(\.subject), handOvers.map(\.subject), drafts.map(\.subject),
        ]
        try seen.look(at: others.flatMap(\.self), on: connection)
        let positions = try StandingRows.positions(of: seen.only(handOvers.map(\.subject)), on: connection)
        let words = try TodayWords(
            of: subjects + others.flatMap(\.self), rules: rules, seen: seen, now: now, on: connection)
        return TodayView(
            due: due.map(words.line), appointments: appointments.map(words.line),
            handOvers: handOvers.map { words.line($0, positions: positions[$0.subject] ?? []) },
            referrals: referrals.map(words.line), escalations: escalations.map(words.line),
            withoutLead: withoutLead.map(words.line),
            alerts: alerts.map { TodayView.Line(person: words.named($0.subject), matter: $0.alert) },
            quiet: quiet.map { TodayView.Line(person: words.named($0.subject), matter: $0.last) },
            drafts: drafts.map(words.line),
            glassToReview: try OpenGlassReviews.waiting(for: viewer.worker, on: connection),
            messages: try NoteMessage.waiting(for: viewer, rules: rules, on: connection),
            changes: changes.map(words.line), since: since, asOf: now)
    }

    /// Overdue, due today, or near enough that its rule warns of it.
    private func pressing(_ deadlines: [DeadlineRow]) -> [DeadlineRow] {
        let endOfDay = London.endOfDay(today)
        return deadlines.filter { deadline in
            deadline.isOverdue(at: now) || deadline.isDueSoon(at: now)
                || deadline.isOutstanding && deadline.state != "paused" && deadline.dueAt <= endOfDay
        }
    }

    /// Each once, the most pressing first.
    private func ordered(_ deadlines: [DeadlineRow]) -> [DeadlineRow] {
        Set(deadlines).sorted {
            ($0.dueAt, $0.subject, $0.title, $0.number) < ($1.dueAt, $1.subject, $1.title, $1.number)
        }
    }

    /// What the rules make the duty of the viewer's role where nobody of their agency leads: a custody officer leads
    /// nobody and has much to do. A day ahead, since a night shift ends tomorrow.
    private func duties() throws -> [DeadlineRow] {
        let others = rules.directory.agencies.keys.filter { $0 != viewer.agency }.sorted()
        return try StandingRows.duties(
            of: viewer.role, agency: viewer.agency, others: others, dueBefore: now.adding(hours: 24), rule: rule,
            limit: Self.limit, on: connection)
    }

    /// A draft about somebody whom the worker may see no longer is not shown.
    private func drafts() throws -> [Draft] {
        try DraftRows.drafts(of: viewer.worker, agency: viewer.agency, at: now, on: connection).filter { draft in
            try PersonInView.row(draft.subject, rule: rule, on: connection) != nil
        }
    }

    /// Those of whom the agency's last record that the worker may see is older than seven days; the longest first.
    private func quiet(among people: SeenSubjects) throws -> [(subject: String, last: Instant)] {
        let last = try RecentChanges.lastOccurred(
            to: people, recordedBy: viewer.agency, on: connection)
        let limit = London.startOfDay(today.adding(days: -Self.quietDays))
        return last.filter { $0.value < limit }.map { (subject: $0.key, last: $0.value) }
            .sorted { ($0.last, $0.subject) < ($1.last, $1.subject) }
    }

    /// The hand-overs that name this worker, or nobody at all.
    private func handOvers() throws -> [AskedHandOver] {
        let found = try AskedHandOvers.open(
            agency: viewer.agency, clocks: rules.definitions.handOverClocks, rule: rule, limit: Self.limit,
            on: connection)
        return try found.filter { handOver in
            let type = rules.definitions.recordType(handOver.event.type, version: handOver.event.version)
            var answers: [String: Answer] = [:]
            for (_, text) in handOver.event.sections { try AnswerReading.read(text, type: type, into: &answers) }
            let named = (type?.fields ?? []).filter { $0.kind == .worker }.compactMap { answers[$0.id]?.codes.first }
            return named.isEmpty || named.contains(viewer.worker)
        }
    }

    private var programmesThatAreLed: [String] {
        rules.definitions.programmeIDs.filter { rules.definitions.programme($0)?.lead != nil }
    }
}

extension Definitions {
    /// The clocks that run until somebody takes the lead: a programme's clocks met by nothing but the events by which a
    /// worker takes it.
    var handOverClocks: [(programme: String, clock: String)] {
        programmeIDs.compactMap { programme($0) }.flatMap { programme in
            let takings = Set((programme.lead?.takes ?? []).flatMap(\.pattern.types))
            return programme.clocks.filter { clock in
                !clock.metBy.isEmpty && clock.metBy.allSatisfy { takings.isSuperset(of: $0.types) }
            }.map { (programme.id, $0.id) }
        }
    }
}
