import Domain

/// Reads clocks, and refuses those that could never run or never be met.
struct ClockDecoding {
    let decoding: SchemeDecoding
    let outline: ProgrammeOutline

    var values: ValueReading { decoding.values }
    var log: DiagnosticLog { decoding.log }

    var conditions: ConditionDecoding {
        ConditionDecoding(
            decoding: decoding,
            place: ConditionPlace(words: "in a clock", fields: .none, hasEnrolment: true, standing: nil))
    }

    func clock(_ entry: SourceEntry) -> ClockRule? {
        guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a clock", log) else {
            return nil
        }
        let limitNode = keys.required("limit")
        let limit = limitNode.flatMap { LimitDecoding(values: values).limit($0) }
        let starts = keys.required("starts").flatMap(starts)
        let fromField = keys.optional("from-field")
        let notBefore = keys.optional("not-before")
        let cutOff = keys.optional("cut-off")
        var clock = ClockRule(
            id: entry.key, title: values.words(keys.required("title")) ?? entry.key, starts: starts ?? .events([]),
            limit: limit ?? .within(Span(1, .days)))
        clock.instances = values.word(keys.optional("instances"), ClockRule.Instances.self) ?? .latest
        clock.from = values.word(keys.optional("from"), ClockRule.Anchor.self) ?? .occurred
        clock.fromField = fromField.flatMap { anchorField($0, clock.starts) }
        clock.notBefore = values.list(notBefore).compactMap(bound)
        clock.cutOff = values.time(cutOff)
        clock.metBy = conditions.patterns(keys.optional("met-by"))
        clock.voidBy = conditions.patterns(keys.optional("void-by"))
        clock.pausedWhile = keys.optional("paused-while").flatMap(conditions.condition)
        clock.inStages = values.oneOrMore(keys.optional("in-stages")).compactMap {
            conditions.part("stage", $0, among: outline.stages)
        }
        readAuthority(&clock, keys, entry.place)
        clock.warning = SpanReading.span(keys.optional("warn"), log)
        clock.escalations = EscalationDecoding(decoding: decoding).escalations(keys.optional("escalate"))
        clock.because = values.words(keys.optional("because")) ?? ""
        clock.books = values.string(keys.optional("books")) ?? ""
        keys.finish()
        if entry.key == LeadRule.Alarm.clock {
            log.error(entry.place, "`\(entry.key)` is what the alarm of `lead` is called; choose another id")
        }
        guard limit != nil, starts != nil else { return nil }
        checkCounting(clock, limitNode, notBefore, cutOff)
        return clock
    }

    private func readAuthority(_ clock: inout ClockRule, _ keys: SourceKeys, _ place: SourcePlace) {
        clock.duty = values.string(keys.optional("duty"), "a role or an agency") ?? ""
        if let node = keys.optional("duty-of") {
            if !["person", "us"].contains(node.text) {
                log.error(
                    node.place, "expected `person` or `us`; found \(node.text.map(Wording.quoted) ?? node.kindWords)")
            }
            clock.dutyIsThePersons = node.text == "person"
        }
        clock.basis = values.word(keys.optional("basis"), ClockRule.Basis.self) ?? .local
        clock.source = values.string(keys.optional("source")) ?? ""
        if clock.source.isEmpty { log.warning(place, "the clock `\(clock.id)` names no `source`") }
        if let category = keys.optional("category") {
            clock.category = decoding.category(category) ?? ""
        } else if decoding.index.categories[clock.category] == nil {
            log.error(place, "the clock `\(clock.id)` needs a `category`: only those who may read it see its deadlines")
        }
    }

    private func starts(_ node: SourceNode) -> ClockRule.Start? {
        guard node["missed"] != nil, let keys = SourceKeys(node, "the start of a clock", log) else {
            let patterns = conditions.patterns(node)
            return patterns.isEmpty ? nil : .events(patterns)
        }
        let missed = keys.required("missed").flatMap { conditions.part("clock", $0, among: outline.clocks) }
        keys.finish()
        return missed.map { .missed($0) }
    }

    private func anchorField(_ node: SourceNode, _ starts: ClockRule.Start) -> String? {
        guard case .events(let patterns) = starts else {
            log.error(node.place, "a clock that another's miss starts has no event with a field")
            return nil
        }
        var found: String?
        for pattern in patterns {
            found = decoding.field(node, of: pattern, "a day, or a day and time") { kind in
                switch kind {
                case .day, .instant: true
                default: false
                }
            }
            if found == nil { return nil }
        }
        return found
    }

    private func bound(_ node: SourceNode) -> ClockRule.NotBefore? {
        guard let keys = SourceKeys(node, "an entry of `not-before`", log) else { return nil }
        let pattern = conditions.pattern(keys)
        let span = SpanReading.span(keys.required("span"), log)
        keys.finish()
        if let span, span.unit == .hours { log.error(node.place, "`not-before` counts days, not hours") }
        guard let pattern, let span else { return nil }
        return ClockRule.NotBefore(pattern: pattern, span: span)
    }

    private func checkCounting(
        _ clock: ClockRule, _ limit: SourceNode?, _ notBefore: SourceNode?, _ cutOff: SourceNode?
    ) {
        if case .before = clock.limit, clock.fromField == nil, let limit {
            log.error(
                limit.place, "`before` counts back from what an event announces: say in which `from-field` it stands")
        }
        guard clock.limit.countsHours else { return }
        if let notBefore { log.error(notBefore.place, "`not-before` counts days; this clock counts hours") }
        if let cutOff {
            log.error(cutOff.place, "a `cut-off` moves days; this clock counts hours from the instant itself")
        }
    }
}

extension ClockRule.Limit {
    fileprivate var countsHours: Bool {
        switch self {
        case .within(let span), .window(_, let span), .before(let span): span.unit == .hours
        case .every, .series: false
        }
    }
}
