import Domain

/// Reads what a scenario expects.
struct ExpectationReading {
    let reading: ScenarioReading

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }

    func expectation(_ node: SourceNode) -> Expectation? {
        guard let keys = SourceKeys(node, "an expectation", log) else { return nil }
        let at = reading.instant(keys.required("at"))
        var expected = Expectation(place: node.place, at: at ?? Instant(milliseconds: 0))
        expected.isAsKnownThen = values.flag(keys.optional("known-then")) ?? false
        let outline = programme(keys.optional("programme"), &expected)
        expected.enrolments = read(keys.optional("enrolments")) { values.whole($0, 0...1_000) }
        expected.stage = read(keys.optional("stage")) { one("stage", $0, among: outline?.stages.map(\.id)) }
        expected.ended = read(keys.optional("ended")) { node in
            node.text == "none"
                ? .some(nil) : one("ending", node, among: outline?.endings.map(\.reason)).map { .some($0) }
        }
        expected.isSuspended = read(keys.optional("suspended")) { values.flag($0) }
        expected.lead = read(keys.optional("lead"), lead)
        expected.flags = read(keys.optional("flags")) { node in
            values.list(node).compactMap { one("flag", $0, among: outline?.flags.map(\.id)) }
        }
        for entry in values.parts(keys.optional("clocks"), "deadlines") {
            checkPart("clock", entry, among: outline?.clockIDs)
            expected.clocks.append((entry.key, deadlines(entry.value)))
        }
        for entry in values.parts(keys.optional("values"), "codes") {
            checkPart("value", entry, among: outline?.values.map(\.id))
            let codes = entry.value.text == "absent" ? [] : values.oneOrMore(entry.value).compactMap { code($0) }
            expected.values.append((entry.key, Expectation.Expected(value: codes, place: entry.value.place)))
        }
        readSight(keys, &expected)
        if keys.has("record") { readRecord(keys, &expected) } else { readDecision(keys, &expected) }
        keys.finish()
        let needsProgramme =
            expected.stage != nil || expected.ended != nil || expected.isSuspended != nil || expected.lead != nil
            || expected.flags != nil || !expected.clocks.isEmpty || !expected.values.isEmpty
        if needsProgramme && keys.optional("programme") == nil {
            log.error(node.place, "this says something of an enrolment: name its `programme`")
            return nil
        }
        return at == nil || (needsProgramme && expected.programme == nil) ? nil : expected
    }

    private func programme(_ node: SourceNode?, _ expected: inout Expectation) -> Programme? {
        let id = reading.reference(.programme, node)
        let programme = id.flatMap { reading.definitions.programme($0) }
        if let node, id != nil, programme == nil { log.error(node.place, "a template never runs; name a programme") }
        expected.programme = programme?.id
        return programme
    }

    private func read<Value>(
        _ node: SourceNode?, _ value: (SourceNode) -> Value?
    ) -> Expectation.Expected<Value>? {
        guard let node, let value = value(node) else { return nil }
        return Expectation.Expected(value: value, place: node.place)
    }

    private func one(_ what: String, _ node: SourceNode, among ids: [String]?) -> String? {
        guard let text = values.string(node, "the id of \(Wording.article(what))") else { return nil }
        return isKnown(what, text, node.place, among: ids) ? text : nil
    }

    private func checkPart(_ what: String, _ entry: SourceEntry, among ids: [String]?) {
        _ = isKnown(what, entry.key, entry.place, among: ids)
    }

    private func isKnown(_ what: String, _ id: String, _ place: SourcePlace, among ids: [String]?) -> Bool {
        guard let ids, !ids.contains(id) else { return true }
        log.error(
            place,
            "this programme has no \(what) \(Wording.quoted(id))\(Wording.guess(id, among: ids)); "
                + "expected one of \(Wording.oneOf(ids))")
        return false
    }

    private func lead(_ node: SourceNode) -> String? {
        guard let text = values.string(node, "a lead") else { return nil }
        let isNamed = ["on-duty ", "accepted "].contains { text.hasPrefix($0) && text.count > $0.count }
        if isNamed || ["none", "not-needed"].contains(text) { return text }
        log.error(
            node.place,
            "expected `none`, `not-needed`, `on-duty NAME` or `accepted NAME`; found \(Wording.quoted(text))")
        return nil
    }

    private func code(_ node: SourceNode) -> String? {
        switch node.text {
        case "true"?: "yes"
        case "false"?: "no"
        case let text?: (Quantity(text)?.text) ?? reading.londonInstant(text)?.iso ?? text
        case nil: values.string(node, "a code")
        }
    }

    private func deadlines(_ node: SourceNode) -> Expectation.Expected<[ExpectedDeadline]> {
        let nodes = node.text == "absent" ? [] : values.oneOrMore(node)
        let found = nodes.compactMap { item -> ExpectedDeadline? in
            guard let keys = SourceKeys(item, "an expected deadline, or `absent`", log) else { return nil }
            let deadline = ExpectedDeadline(
                state: values.word(keys.optional("state"), Deadline.State.self), from: due(keys.optional("from")),
                due: due(keys.optional("due")), inARow: values.whole(keys.optional("in-a-row"), 0...10_000))
            keys.finish()
            return deadline
        }
        return Expectation.Expected(value: found, place: node.place)
    }

    private func due(_ node: SourceNode?) -> String? {
        guard let node, let text = values.string(node, "a day, or a London date and time") else { return nil }
        if text == "none" { return text }
        return Day(text)?.iso ?? reading.instant(node)?.iso
    }

    /// What somebody is shown of the person.
    private func readSight(_ keys: SourceKeys, _ expected: inout Expectation) {
        let definitions = reading.definitions
        expected.sees = read(keys.optional("sees")) { node in
            values.list(node).compactMap { reading.reference(.recordType, $0) }
        }
        expected.categories = read(keys.optional("categories")) { node in
            values.list(node).compactMap { one("category", $0, among: definitions.categories.map(\.id)) }
        }
        let node = keys.optional("viewer")
        if node == nil, expected.sees != nil || expected.categories != nil {
            log.error(keys.place, "`sees` and `categories` are what a `viewer` is shown; say who it is")
        }
        guard let node, let who = SourceKeys(node, "a viewer", log) else { return }
        let role = who.required("role").flatMap { one("role", $0, among: definitions.roles.map(\.id)) }
        let agency = values.id(who.required("agency"), "an agency")
        let worker = who.optional("worker").flatMap { values.string($0, "a worker") }
        let purpose = who.optional("purpose").flatMap { values.string($0, "a purpose") }
        who.finish()
        if expected.sees == nil, expected.categories == nil {
            log.error(node.place, "say what the viewer `sees`: record types, or `[]` for nothing at all")
        }
        guard let role, let agency else { return }
        let usual = definitions.roles.first { $0.id == role }?.purpose ?? ""
        expected.viewer = Viewer(
            somebody: worker ?? "somebody", agency: agency, role: role, purpose: purpose ?? usual)
    }

    /// What is said against a record that somebody is about to make.
    private func readRecord(_ keys: SourceKeys, _ expected: inout Expectation) {
        expected.record = reading.reference(.recordType, keys.optional("record"))
        expected.occurred = keys.optional("occurred").flatMap(reading.instant)
        let type = expected.record.flatMap { reading.definitions.recordType($0) }
        expected.stops = read(keys.optional("stops")) { node in
            values.list(node).compactMap { objection("stop", $0, among: type?.stops) }
        }
        expected.warnings = read(keys.optional("warnings")) { node in
            values.list(node).compactMap { objection("warning", $0, among: type?.warnings) }
        }
        if expected.stops == nil && expected.warnings == nil {
            log.error(keys.place, "say which `stops` or `warnings` of the record are expected; `[]` for none")
        }
        let day = London.day(of: expected.at)
        expected.answers = reading.answers(keys.optional("answers"), of: type.map { [$0] } ?? [], on: day)
    }

    private func objection(_ what: String, _ node: SourceNode, among known: [Objection]?) -> String? {
        guard let text = values.string(node, "the id of \(Wording.article(what))") else { return nil }
        guard let ids = known?.map(\.id), !ids.contains(text) else { return text }
        let guess = Wording.guess(text, among: ids)
        log.error(node.place, "this record type has no \(what) \(Wording.quoted(text))\(guess)")
        return nil
    }

    private func readDecision(_ keys: SourceKeys, _ expected: inout Expectation) {
        let node = keys.optional("decision")
        let answers = keys.optional("answers")
        expected.outcome = read(keys.optional("outcome")) { values.id($0, "an outcome") }
        expected.rule = read(keys.optional("rule")) { values.id($0, "a rule") }
        expected.decision = reading.reference(.decision, node)
        if node == nil && (answers != nil || expected.outcome != nil || expected.rule != nil) {
            log.error(keys.place, "`answers`, `outcome` and `rule` belong to a `decision`; name it")
        }
        guard let id = expected.decision else { return }
        if expected.outcome == nil && expected.rule == nil {
            log.error(keys.place, "say which `outcome` or `rule` of the decision is expected")
        }
        let types = reading.definitions.recordTypes.filter { $0.decision == id }
        expected.answers = reading.answers(answers, of: types, on: London.day(of: expected.at))
    }
}

extension ScenarioReading {
    /// A London date and time, or an instant in Z; `nil` and nothing reported for other text.
    func londonInstant(_ text: String) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if let instant = Instant(text) { return instant }
        guard parts.count == 2, let day = Day(parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
        return London.instant(day, time)
    }
}
