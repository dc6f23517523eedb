import Domain

/// Reads who the people of the demonstration are: their names, the sorts of person, how many, and the counted sets.
struct DemoPeopleReading {
    let reading: DemoReading

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }
    private var ranges: DemoRanges { DemoRanges(log: log) }

    /// More names than this are not a list that somebody looked through.
    private static let mostNames = 2_000

    func names(_ node: SourceNode?) -> DemoNames {
        guard let node, let keys = SourceKeys(node, "`names`", log) else { return DemoNames(family: [], given: []) }
        let family = values.list(keys.required("family"), most: Self.mostNames).compactMap { values.string($0) }
        let given = values.parts(keys.required("given"), "given names").map { entry in
            let names = values.list(entry.value, most: Self.mostNames).compactMap { values.string($0) }
            if names.isEmpty { log.error(entry.place, "there are no names under \(Wording.quoted(entry.key))") }
            return (sex: entry.key, names: names)
        }
        keys.finish()
        if family.isEmpty { log.error(node.place, "there are no family names") }
        return DemoNames(family: family, given: given)
    }

    func heading(_ nodes: [SourceNode], in folder: SchemeFolder) -> (title: String, people: DemoPopulation) {
        let none = DemoPopulation(count: 0, stories: [], lookAlikePercent: 0, restDays: 1...1)
        guard let node = nodes.first else {
            let place = SourcePlace(file: folder.files.first?.path ?? folder.path, line: 1, column: 1)
            log.error(place, "no file of this folder has the key `demo`")
            return ("", none)
        }
        guard let keys = SourceKeys(node, "`demo`", log) else { return ("", none) }
        let title = values.words(keys.required("title")) ?? ""
        let count = values.whole(keys.required("people"), 1...1_000_000) ?? 0
        let lookAlikes = values.whole(keys.required("look-alike-percent"), 0...50) ?? 0
        let rest = ranges.numbers(keys.required("days-between-stories"), in: 1...2_000) ?? 1...1
        let stories = values.parts(keys.required("stories-each"), "weights").compactMap { entry -> Weighted<Int>? in
            guard let number = Int(entry.key), (1...20).contains(number) else {
                log.error(entry.place, "expected a number of stories; found \(Wording.quoted(entry.key))")
                return nil
            }
            return values.whole(entry.value, 1...1_000).map { Weighted($0, number) }
        }
        keys.finish()
        return (
            title, DemoPopulation(count: count, stories: stories, lookAlikePercent: lookAlikes, restDays: rest)
        )
    }

    /// Profiles in the order of the files; one may be like another that stands before it.
    func profiles(_ entries: [SourceEntry]) -> [DemoProfile] {
        var profiles: [DemoProfile] = []
        for entry in entries {
            guard let keys = SourceKeys(entry.value, "a profile", log) else { continue }
            let like = reading.known(keys.optional("like"), "profile above this one", among: profiles.map(\.id))
            var facts = profiles.first { $0.id == like }?.facts ?? []
            for written in values.parts(keys.required("facts"), "facts") {
                guard let (fact, value) = fact(written) else { continue }
                facts.removeAll { $0.fact == fact }
                if let value { facts.append((fact, value)) }
            }
            keys.finish()
            profiles.append(DemoProfile(id: entry.key, facts: facts))
        }
        return profiles
    }

    /// A fact with where it comes from; `none` takes away what another profile has.
    private func fact(_ entry: SourceEntry) -> (PersonFact, DemoFact?)? {
        let types = reading.definitions.recordTypes
        guard let fact = PersonFact(rawValue: entry.key),
            let field = types.lazy.flatMap(\.fields).first(where: { $0.fact == fact })
        else {
            let facts = PersonFact.allCases.map(\.rawValue)
            log.error(
                entry.place,
                "no record type states the fact \(Wording.quoted(entry.key))\(Wording.guess(entry.key, among: facts))")
            return nil
        }
        switch entry.value.text {
        case "none": return (fact, nil)
        case "name" where fact == .familyName || fact == .givenName: return (fact, .name)
        case "other-name": return (fact, .otherName)
        case "identifier" where IdentifierKind(fact: fact) != nil: return (fact, .identifier)
        default: break
        }
        if let ages = entry.value["age"], fact == .birthDate {
            return ranges.numbers(ages, in: 1...110).map { (fact, .age($0)) }
        }
        return DemoValueReading(reading: reading).value(entry.value, field).map { (fact, .answer($0)) }
    }

    func countedSet(_ entry: SourceEntry, _ stories: [DemoStory]) -> DemoCountedSet? {
        guard let keys = SourceKeys(entry.value, "a counted set", log) else { return nil }
        let title = values.words(keys.required("title")) ?? ""
        let source = values.words(keys.required("source")) ?? ""
        let perHundred = values.whole(keys.required("stories-to-100-people"), 100...1_000) ?? 100
        let ids = stories.filter { $0.start.when == .inMonth }.map(\.id)
        let ofWhich = weights(keys.required("of-which"), ids)
        let others = weights(keys.required("others"), ids)
        let months = values.list(keys.required("months")).compactMap(month)
        keys.finish()
        return DemoCountedSet(
            title: title, source: source, storiesPerHundred: perHundred, months: months, ofWhich: ofWhich,
            others: others)
    }

    private func weights(_ node: SourceNode?, _ ids: [String]) -> [Weighted<String>] {
        values.parts(node, "stories").compactMap { entry in
            guard ids.contains(entry.key) else {
                let guess = Wording.guess(entry.key, among: ids)
                log.error(
                    entry.place, "there is no story that starts `in-month` called \(Wording.quoted(entry.key))\(guess)")
                return nil
            }
            return values.whole(entry.value, 1...1_000).map { Weighted($0, entry.key) }
        }
    }

    private func month(_ node: SourceNode) -> DemoCountedSet.Month? {
        guard let keys = SourceKeys(node, "a month", log) else { return nil }
        let written = keys.required("month")
        let all = values.whole(keys.required("all"), 0...100_000)
        let ofWhich = values.whole(keys.required("of-which"), 0...100_000)
        keys.finish()
        guard let written, let all, let ofWhich else { return nil }
        guard let first = written.text.flatMap({ Day($0 + "-01") }) else {
            log.error(written.place, "expected a month such as 2012-04")
            return nil
        }
        if ofWhich > all { log.error(node.place, "`of-which` is more than `all`") }
        return DemoCountedSet.Month(first: first, all: all, ofWhich: min(all, ofWhich))
    }
}
