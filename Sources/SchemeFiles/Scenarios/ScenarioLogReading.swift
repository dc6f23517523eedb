import Domain

/// Reads what happened in a scenario.
struct ScenarioLogReading {
    let reading: ScenarioReading

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }

    func events(_ nodes: [SourceNode]) -> [Event] {
        var events: [Event] = []
        var ids: Set<String> = []
        for (position, node) in nodes.enumerated() {
            guard let event = event(node, number: position + 1, earlier: events) else { continue }
            if !ids.insert(event.id).inserted {
                log.error(node.place, "the id \(Wording.quoted(event.id)) stands twice in this log")
                continue
            }
            events.append(event)
        }
        return events
    }

    private func event(_ node: SourceNode, number: Int, earlier: [Event]) -> Event? {
        guard let keys = SourceKeys(node, "an entry of the log", log) else { return nil }
        let at = keys.one(of: ["at", "on"])
        let known = keys.optional("known")
        let recorded = keys.optional("recorded")
        let id = values.string(keys.optional("id"), "an id") ?? "event-\(number)"
        let act = act(keys, earlier)
        let isWithdrawal = if case .withdraw? = act { true } else { false }
        let record = isWithdrawal ? keys.optional("record") : keys.required("record")
        let type = reading.reference(.recordType, record).flatMap { reading.definitions.recordType($0) }
        let by = values.string(keys.optional("by"), "a name") ?? "worker"
        let agency = values.string(keys.optional("agency"), "an agency") ?? "agency"
        let written = keys.optional("answers")
        keys.finish()
        guard let at, let act, let occurred = moment(at) else { return nil }
        let target = earlier.first { $0.id == act.supersedes }
        guard let typeID = type?.id ?? (isWithdrawal ? target?.type : nil) else { return nil }
        let answers = type.map { reading.answers(written, of: [$0], on: occurred.day) } ?? [:]
        let instant = occurred.instant(dayCountsAtStart: type?.dayCountsAtStart ?? false)
        let knownAt = reading.instant(known) ?? instant
        return Event(
            id: id, subject: Scenario.subject, type: typeID, version: reading.version(of: typeID), act: act,
            occurred: occurred, known: knownAt, recorded: reading.instant(recorded) ?? knownAt, by: by, agency: agency,
            answers: answers)
    }

    private func moment(_ entry: SourceEntry) -> Moment? {
        if entry.key == "on" { return values.day(entry.value).map { .day($0) } }
        return reading.instant(entry.value).map { .instant($0) }
    }

    private func act(_ keys: SourceKeys, _ earlier: [Event]) -> Event.Act? {
        let correction = keys.one(of: ["amends", "withdraws"], needed: false)
        let reason = values.words(keys.optional("reason")) ?? ""
        guard let correction else { return .record }
        guard let id = values.string(correction.value, "the id of an earlier entry") else { return nil }
        guard earlier.contains(where: { $0.id == id }) else {
            let guess = Wording.guess(id, among: earlier.map(\.id))
            log.error(correction.value.place, "no earlier entry of this log has the id \(Wording.quoted(id))\(guess)")
            return nil
        }
        return correction.key == "amends" ? .amend(id, reason: reason) : .withdraw(id, reason: reason)
    }
}
