import Domain

/// Reads the stories of the demonstration and the parts they share.
struct DemoStoryReading {
    let reading: DemoReading
    let cast: Set<String>
    let agencies: [String]
    let venues: [String]
    let profiles: Set<String>
    let bundles: [SourceEntry]
    let fragments: [SourceEntry]
    /// What the diary has times for.
    let purposes: Set<String>

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }
    private var ranges: DemoRanges { DemoRanges(log: log) }

    /// Parts within parts, and parts used by parts.
    private static let depth = 12

    /// What a story's records are called, and which of their answers it asks for later.
    final class Labels {
        var types: [String: Set<String>] = [:]
        var asked: [(label: String, field: String, place: SourcePlace)] = []
    }

    /// Reads the answers of a record; what they ask of earlier records is noted in `labels`.
    func answers(_ labels: Labels?) -> DemoValueReading {
        DemoValueReading(reading: reading, cast: cast, agencies: agencies, venues: venues) { label, field, place in
            labels?.asked.append((label, field, place))
        }
    }

    func story(_ entry: SourceEntry) -> DemoStory? {
        guard let keys = SourceKeys(entry.value, "a story", log) else { return nil }
        let title = values.words(keys.required("title")) ?? entry.key
        let share = share(keys)
        let profile = reading.known(keys.required("profile"), "profile", among: profiles)
        let start = keys.required("starts").flatMap(start)
        let labels = Labels()
        let parts = keys.required("parts").map { self.parts($0, labels, depth: 0) } ?? []
        keys.finish()
        check(labels)
        guard let profile, let start else { return nil }
        return DemoStory(id: entry.key, title: title, share: share, profile: profile, start: start, parts: parts)
    }

    private func share(_ keys: SourceKeys) -> DemoStory.Share {
        let share = keys.one(of: ["people", "weight"], needed: false)
        guard let share, let number = values.whole(share.value, 1...100_000) else { return .named }
        return share.key == "people" ? .people(number) : .weight(number)
    }

    private func start(_ node: SourceNode) -> DemoStory.Start? {
        guard let keys = SourceKeys(node, "when a story starts", log) else { return nil }
        let when = keys.one(of: ["minutes-ago", "days-ago", "in-month"])
        let hours = keys.one(of: ["during", "outside"], needed: false)
        let within = values.whole(keys.optional("for-minutes"), 0...1_440) ?? 0
        let between = ranges.times(keys.optional("between"))
        let working = values.onlyTrue(keys.optional("on-working-days"))
        keys.finish()
        guard let when else { return nil }
        let known = hours.flatMap { reading.known($0.value, "opening hours", among: reading.loaded.index.hours) }
        let test = known.map { hours?.key == "during" ? HoursTest.during($0) : .outside($0) }
        let start: DemoStory.Start.When?
        switch when.key {
        case "minutes-ago": start = ranges.numbers(when.value, in: 1...20_000).map { .minutesAgo($0) }
        case "days-ago": start = ranges.numbers(when.value, in: 0...2_000).map { .daysAgo($0) }
        default: start = values.onlyTrue(when.value) ? .inMonth : nil
        }
        return start.map {
            DemoStory.Start(when: $0, hours: test, minutesWithin: within, between: between, onWorkingDays: working)
        }
    }

    private func parts(_ node: SourceNode, _ labels: Labels, depth: Int) -> [StoryPart] {
        guard depth < Self.depth else {
            log.error(node.place, "parts stand within parts, or use each other, more than \(Self.depth) deep")
            return []
        }
        return values.list(node).flatMap { part($0, labels, depth: depth) }
    }

    private func part(_ node: SourceNode, _ labels: Labels, depth: Int) -> [StoryPart] {
        guard let keys = SourceKeys(node, "a part of a story", log) else { return [] }
        guard let head = keys.one(of: ["record", "either", "maybe", "again", "use"]) else {
            keys.finish()
            return []
        }
        switch head.key {
        case "record":
            let record = DemoRecordReading(story: self, labels: labels).record(head.value, keys)
            keys.finish()
            return record.map { [.record($0)] } ?? []
        case "use":
            keys.finish()
            guard let id = reading.known(head.value, "part", among: fragments.map(\.key)),
                let fragment = fragments.first(where: { $0.key == id })
            else { return [] }
            return parts(fragment.value, labels, depth: depth + 1)
        case "either":
            keys.finish()
            let ways = values.list(head.value).compactMap { way($0, labels, depth: depth) }
            return ways.isEmpty ? [] : [.either(ways)]
        default:
            let inner = keys.required("parts").map { parts($0, labels, depth: depth + 1) } ?? []
            keys.finish()
            if head.key == "maybe" {
                return values.whole(head.value, 1...99).map { [.maybe(percent: $0, inner)] } ?? []
            }
            return ranges.numbers(head.value, in: 0...500).map { [.again(times: $0, inner)] } ?? []
        }
    }

    private func way(_ node: SourceNode, _ labels: Labels, depth: Int) -> Weighted<[StoryPart]>? {
        guard let keys = SourceKeys(node, "one of several ways", log) else { return nil }
        let weight = values.whole(keys.required("weight"), 1...1_000)
        let inner = keys.required("parts").map { parts($0, labels, depth: depth + 1) } ?? []
        keys.finish()
        return weight.map { Weighted($0, inner) }
    }

    /// What is asked of earlier records must be a question of theirs.
    private func check(_ labels: Labels) {
        for (label, field, place) in labels.asked {
            guard let types = labels.types[label] else {
                let guess = Wording.guess(label, among: labels.types.keys.sorted())
                log.error(place, "no record of this story is called \(Wording.quoted(label))\(guess)")
                continue
            }
            let fields = types.compactMap(reading.definitions.recordType).flatMap { $0.fields.map(\.id) }
            if !fields.contains(field) {
                let guess = Wording.guess(field, among: fields)
                log.error(place, "\(Wording.quoted(field)) is not a field of `\(label)`\(guess)")
            }
        }
    }
}
