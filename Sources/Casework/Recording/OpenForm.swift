package import Domain
import Store

/// A record about to be filled in: its questions, what the record already answers with its source, and what was kept of an
/// earlier beginning.
package struct FormView: Sendable {
    /// With only the questions that this worker is asked.
    package var type: RecordType
    package var subject: String
    package var person: PersonLine
    /// By field: the options of the day; for an acknowledgement, the alerts that it may be about.
    package var options: [String: [Option]]
    /// By field: what the record already answers, and the sentence that says where from.
    package var prefilled: [String: (answer: Answer, because: String)]
    /// The event that is being amended.
    package var amending: Amending?
    package var draft: KeptDraft?
    package var at: Instant
    /// The record as the decision judges it: without the event that is being amended.
    let judged: SubjectFold

    /// An event about to be amended, as far as the viewer may see it.
    package struct Amending: Sendable {
        package var event: String
        package var answers: [String: Answer]
        package var occurred: Moment
    }
}

/// Opens a form for one person.
package struct OpenForm: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter day: whose options are offered; today's when not said.
    /// - Throws: `Missing` or `RecordRefusal`.
    package func callAsFunction(
        _ typeID: String, of reference: String, on day: Day? = nil, by viewer: Viewer
    ) async throws -> FormView {
        let subject = Reference(reference)?.compact ?? ""
        guard let type = world.definitions.recordType(typeID),
            let view = try await read(type, of: subject, on: day, by: viewer)
        else { try await world.refuse("form", asked: subject, by: viewer) }
        try await world.keepLook("form", subjects: [subject], details: [("type", .string(typeID))], by: viewer)
        return view
    }

    /// The type with only the questions that this worker is asked, about nobody yet; nil where there is no such type.
    package func questions(of type: String, by viewer: Viewer) -> RecordType? {
        world.definitions.recordType(type).map { RecordingRights(rules: world.rules.current).asked($0, viewer: viewer) }
    }

    /// The form, whose look is not in the ledger yet; nil where the viewer may see nothing of the person, or cannot
    /// amend the event.
    ///
    /// - Parameter amends: the event to be corrected, which the viewer must be able to see and their agency must own.
    /// - Throws: `RecordRefusal` or a fault.
    func read(
        _ type: RecordType, of subject: String, amends: String? = nil, on day: Day? = nil, by viewer: Viewer
    ) async throws -> FormView? {
        let (rules, now) = (world.rules.current, world.now())
        let rights = RecordingRights(rules: rules)
        try rights.check(type, viewer: viewer)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let asked = rights.asked(type, viewer: viewer)
        return try await world.database.read { connection -> FormView? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let log = try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
            else { return nil }
            let ground = WriteGround(viewer: viewer, rules: rules, now: now, row: row, log: log)
            let amending = try Self.amending(amends, subject: subject, type: type, on: ground)
            if amends != nil, amending == nil { return nil }
            let seen = ground.fold(log.events, subject).seen(through: row, definitions: rules.definitions)
            let judged = try ground.judged(amends, subject: subject, type: type)
            var options = rules.options(of: asked, on: day ?? London.day(of: now))
            var prefilled = amends == nil ? seen.prefill(asked, at: now, viewer: viewer, rules: rules) : [:]
            if type.actsAs == .acknowledgement, amends == nil, asked.field("about") != nil {
                let alerts = try AlertOptions(viewer: viewer, rule: rule, now: now).options(
                    of: subject, row: row, on: connection)
                options["about"] = alerts
                if alerts.count == 1, let only = alerts.first {
                    prefilled["about"] = (.text(only.title), "the one alert that waits")
                }
            }
            return FormView(
                type: asked, subject: subject,
                person: try PersonLine.line(of: subject, rule: rule, on: connection),
                options: options, prefilled: prefilled, amending: amending,
                draft: amends != nil
                    ? nil
                    : try DraftRows.draft(
                        worker: viewer.worker, agency: viewer.agency, subject: subject, type: type.id, at: now,
                        on: connection
                    ).map(KeptDraft.init),
                at: now, judged: judged)
        }
    }

    private static func amending(
        _ event: String?, subject: String, type: RecordType, on ground: WriteGround
    ) throws -> FormView.Amending? {
        guard let event else { return nil }
        do {
            let target = try ground.target(of: .amend(event, reason: ""), subject: subject, type: type)
            guard let seen = target?.seen(through: ground.row, type: type) else { return nil }
            return FormView.Amending(event: event, answers: seen.answers, occurred: seen.occurred)
        } catch is Missing {
            return nil
        }
    }
}

extension FormView {
    /// What the decision would be for the answers so far: the nine questions show it as they are answered. Nothing is
    /// written.
    ///
    /// - Returns: `nil` for a record that makes no decision, and where no rule fires yet.
    package func finding(for reading: TypedRecord.Reading, definitions: Definitions) -> Decision.Finding? {
        let instant = reading.occurred.map { min($0.instant(dayCountsAtStart: type.dayCountsAtStart), at) } ?? at
        let check = RecordCheck(type: type, fold: judged, at: instant)
        return check.decided(check.asked(reading.answers), definitions: definitions).finding
    }
}

extension SubjectFold {
    /// What the record already answers of a form, with where from.
    func prefill(
        _ type: RecordType, at now: Instant, viewer: Viewer, rules: RulesInForce.Snapshot
    ) -> [String: (answer: Answer, because: String)] {
        var offered: [String: (answer: Answer, because: String)] = [:]
        for field in type.fields where !field.prefill.isEmpty {
            let venue = rules.venue(of: viewer, for: field, on: London.day(of: now))
            let found = prefill(
                field, at: now, worker: viewer.worker, agency: viewer.agency, venue: venue)
            guard let (answer, because) = found else { continue }
            offered[field.id] = (answer, because)
        }
        return offered
    }
}

extension RulesInForce.Snapshot {
    /// The options of each field on a day.
    package func options(of type: RecordType, on day: Day) -> [String: [Option]] {
        var options: [String: [Option]] = [:]
        for field in type.fields {
            switch field.kind {
            case .choice(let from), .choices(let from): options[field.id] = definitions.options(from, on: day)
            case .worker:
                options[field.id] = directory.workers.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
                    Option(code: $0.id, title: $0.name)
                }
            case .agency:
                options[field.id] = directory.agencies.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map {
                    Option(code: $0.id, title: $0.title)
                }
                keepOffered(&options, field) { directory.agencies[$0]?.kind }
            case .venue:
                options[field.id] = directory.venues.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map {
                    Option(code: $0.id, title: $0.title, hint: $0.address)
                }
                keepOffered(&options, field) { directory.venues[$0].flatMap { directory.agencies[$0.agency]?.kind } }
            case .text where !field.codeLists.isEmpty:
                options[field.id] = field.codeLists.flatMap { definitions.options(.list($0), on: day) }
            case .text, .number, .day, .instant, .yesNo, .scale, .weeks, .person, .money: break
            }
        }
        return options
    }

    /// Leaves out what is not of a kind that the field offers, unless nothing is: then nobody has said what is what.
    private func keepOffered(
        _ options: inout [String: [Option]], _ field: Field, kind: (String) -> String?
    ) {
        guard !field.kindsOffered.isEmpty, let all = options[field.id] else { return }
        let offered = all.filter { kind($0.code).map(field.kindsOffered.contains) ?? false }
        options[field.id] = offered.isEmpty ? all : offered
    }

    /// Where the viewer works, if the field offers it; else the only place that it offers.
    func venue(of viewer: Viewer, for field: Field, on day: Day) -> String? {
        guard case .venue = field.kind else { return nil }
        let offered = options(of: RecordType(id: "", title: "", fields: [field]), on: day)[field.id] ?? []
        let own = directory.roles.first {
            $0.worker == viewer.worker && $0.agency == viewer.agency && $0.role == viewer.role && $0.venue != nil
        }?.venue
        if let own, offered.contains(where: { $0.code == own }) { return own }
        return offered.count == 1 ? offered[0].code : nil
    }
}
