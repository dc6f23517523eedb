import Domain

/// Reads one record of a story.
struct DemoRecordReading {
    let story: DemoStoryReading
    let labels: DemoStoryReading.Labels

    private var reading: DemoReading { story.reading }
    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }
    private var ranges: DemoRanges { DemoRanges(log: log) }

    func record(_ node: SourceNode, _ keys: SourceKeys) -> DemoRecord? {
        let type = reference(node)
        let written = node.text?.split(separator: "/").last.map(String.init) ?? ""
        let label = values.id(keys.optional("as"), "a label") ?? written
        let by = reading.known(keys.required("by"), "part of the cast", among: story.cast)
        let timing = timing(keys)
        let facts = values.list(keys.optional("facts")).compactMap { values.word($0, PersonFact.self) }
        let bundles = values.oneOrMore(keys.optional("with"))
        let answers = keys.optional("answers")
        let booking = keys.optional("book").flatMap(booking)
        let correction = correction(keys)
        let onlyOnce = values.onlyTrue(keys.optional("only-once"))
        guard let type, let by else { return nil }
        labels.types[label, default: []].insert(type.id)
        return DemoRecord(
            label: label, type: type.id, by: by, timing: timing, facts: facts,
            bundles: bundles.compactMap { bundle($0, type) }, answers: self.answers(answers, type), booking: booking,
            correction: correction, onlyOnce: onlyOnce)
    }

    private func reference(_ node: SourceNode) -> RecordType? {
        guard let text = values.string(node, "the id of a record type") else { return nil }
        switch reading.loaded.index.resolve(.recordType, text, from: reading.scheme) {
        case .found(let id): return reading.definitions.recordType(id)
        case .several(let ids):
            log.error(
                node.place, "\(Wording.quoted(text)) could be \(Wording.oneOf(ids)); write which, with its scheme")
        case .none:
            let known = reading.definitions.recordTypes.map { $0.id.split(separator: "/").last.map(String.init) ?? "" }
            log.error(node.place, "there is no record type \(Wording.quoted(text))\(Wording.guess(text, among: known))")
        }
        return nil
    }

    /// Shortly after what stands before it unless a time is said.
    private func timing(_ keys: SourceKeys) -> DemoRecord.Timing {
        let usual = DemoRecord.Timing.after(DemoDelay(amount: 1...4, unit: .minutes))
        guard let said = keys.one(of: ["after", "at"], needed: false) else { return usual }
        if said.key == "after" { return ranges.delay(said.value).map { .after($0) } ?? usual }
        guard let (label, field, plus) = ranges.moment(said.value) else { return usual }
        labels.asked.append((label, field, said.value.place))
        return .at(label: label, field: field, plusMinutes: plus)
    }

    private func answers(_ node: SourceNode?, _ type: RecordType) -> [DemoAnswer] {
        let reader = story.answers(labels)
        return values.parts(node, "answers").compactMap { entry in
            guard let field = type.field(entry.key) else {
                let guess = Wording.guess(entry.key, among: type.fields.map(\.id))
                log.error(entry.place, "\(Wording.quoted(entry.key)) is not a field of `\(type.id)`\(guess)")
                return nil
            }
            return reader.value(entry.value, field).map { DemoAnswer(field.id, $0) }
        }
    }

    /// The lines of a bundle as answers to the questions that this record type asks.
    private func bundle(_ node: SourceNode, _ type: RecordType) -> [Weighted<[DemoAnswer]>]? {
        guard let id = reading.known(node, "bundle", among: story.bundles.map(\.key)),
            let entry = story.bundles.first(where: { $0.key == id })
        else { return nil }
        let reader = story.answers(nil)
        return values.list(entry.value).compactMap { line in
            guard let entries = line.entries else {
                log.error(line.place, "a line of a bundle is a mapping with a `weight` and answers")
                return nil
            }
            let weight = values.whole(line["weight"], 1...10_000) ?? 1
            let answers = entries.filter { $0.key != "weight" }.compactMap { entry -> DemoAnswer? in
                guard let field = type.field(entry.key) else { return nil }
                return reader.value(entry.value, field).map { DemoAnswer(field.id, $0) }
            }
            return Weighted(weight, answers)
        }
    }

    private func booking(_ node: SourceNode) -> DemoRecord.Booking? {
        guard let keys = SourceKeys(node, "a booking", log) else { return nil }
        let purpose = reading.known(keys.required("purpose"), "purpose in the diary", among: story.purposes)
        let within = ranges.delay(keys.required("within"))
        keys.finish()
        guard let purpose, let within else { return nil }
        return DemoRecord.Booking(purpose: purpose, within: within)
    }

    private func correction(_ keys: SourceKeys) -> DemoRecord.Correction? {
        let head = keys.one(of: ["amends", "withdraws"], needed: false)
        let reason = values.words(keys.optional("reason"))
        guard let head, let kind = DemoRecord.Correction.Kind(rawValue: head.key),
            let label = values.string(head.value, "the name of an earlier record")
        else { return nil }
        if reason == nil { log.error(head.place, "a correction needs a `reason`") }
        return reason.map { DemoRecord.Correction(kind: kind, label: label, reason: $0) }
    }
}
