import Domain

/// Reads the scenario files of a loaded scheme.
package struct ScenarioReading {
    let loaded: LoadedSchemes
    let definitions: Definitions
    let answers: AnswerReading
    let log = DiagnosticLog()
    /// The scheme whose scenarios these are: references are read as it would read them.
    let scheme: String

    var values: ValueReading { ValueReading(log: log) }

    /// - Returns: the scenarios that could be read, and what is wrong with the others.
    package static func read(_ loaded: LoadedSchemes) -> (scenarios: [Scenario], diagnostics: [Diagnostic]) {
        let reading = ScenarioReading(loaded)
        let scenarios = loaded.scenarioFiles.compactMap(reading.scenario)
        return (scenarios, reading.log.entries.inOrder)
    }

    private init(_ loaded: LoadedSchemes) {
        self.loaded = loaded
        definitions = loaded.definitions
        answers = AnswerReading(definitions: definitions)
        scheme = loaded.schemes.last?.id ?? ""
    }

    private func scenario(_ file: SourceFile) -> Scenario? {
        let tree = SourceTree(file: file.path, bytes: file.bytes)
        log.add(tree.diagnostics)
        guard let root = tree.root, let keys = SourceKeys(root, "a scenario", log) else { return nil }
        let title = values.words(keys.required("scenario"))
        let requirements = values.list(keys.optional("requirements")).compactMap { values.string($0) }
        let source = values.words(keys.optional("source")) ?? ""
        let person = keys.optional("person")
        let shifts = values.list(keys.optional("rota")).compactMap(shift)
        let entries = values.list(keys.required("log"), most: 1_000)
        let expectations = values.list(keys.required("expect"), most: 1_000)
        keys.finish()
        var events = ScenarioLogReading(reading: self).events(entries)
        let expected = expectations.compactMap(ExpectationReading(reading: self).expectation)
        if let person { events += identification(person, before: events, expected) }
        return Scenario(
            title: title ?? file.name, requirements: requirements, source: source, place: root.place, events: events,
            rota: Rota(shifts), expectations: expected)
    }

    private func shift(_ node: SourceNode) -> Rota.Shift? {
        guard let keys = SourceKeys(node, "a shift", log) else { return nil }
        let rota = values.id(keys.required("rota"), "a rota")
        let worker = values.string(keys.required("worker"), "a name")
        let from = instant(keys.required("from"))
        let until = instant(keys.required("until"))
        keys.finish()
        guard let rota, let worker, let from, let until else { return nil }
        if until <= from { log.error(node.place, "this shift ends before it begins") }
        return Rota.Shift(rota: rota, worker: worker, start: from, end: until)
    }

    /// An identification event with the birth date, a day before anything else happens.
    private func identification(
        _ node: SourceNode, before events: [Event], _ expectations: [Expectation]
    ) -> [Event] {
        guard let keys = SourceKeys(node, "`person`", log) else { return [] }
        let born = keys.required("born")
        keys.finish()
        guard let born, born.text != "none", let day = values.day(born) else { return [] }
        let types = definitions.recordTypes.filter { $0.actsAs == .identification }
        let found = types.lazy.compactMap { type in
            type.fields.first { $0.fact == .birthDate }.map { (type, $0) }
        }.first
        guard let (type, field) = found else {
            log.error(node.place, "no record type acts as `identification` with a field for the `birth-date`")
            return []
        }
        let instants = events.map { definitions.order.instant($0) } + expectations.map(\.at)
        let first = (instants.min() ?? London.startOfDay(day)).adding(hours: -24)
        return [
            Event(
                id: "identification", subject: Scenario.subject, type: type.id, version: version(of: type.id),
                occurred: .instant(first), known: first, recorded: first, by: "worker", agency: "agency",
                answers: [field.id: .day(day)])
        ]
    }

    func version(of type: String) -> String {
        definitions.schemes.first { type.hasPrefix($0.id + "/") }?.version ?? ""
    }

    /// `2013-05-02 22:30`, which is London time, or an instant in Z.
    func instant(_ node: SourceNode?) -> Instant? {
        guard let node else { return nil }
        if let instant = node.text.flatMap(londonInstant) { return instant }
        let found = node.text.map(Wording.quoted) ?? node.kindWords
        log.error(node.place, "expected a London date and time such as 2013-05-02 22:30; found \(found)")
        return nil
    }

    /// The scheme-qualified id that a scenario means.
    func reference(_ kind: SchemeIndex.Kind, _ node: SourceNode?) -> String? {
        guard let node else { return nil }
        guard let text = values.string(node, "the id of \(Wording.article(kind.rawValue))") else { return nil }
        switch loaded.index.resolve(kind, text, from: scheme) {
        case .found(let id): return id
        case .several(let ids):
            log.error(
                node.place, "\(Wording.quoted(text)) could be \(Wording.oneOf(ids)); write which, with its scheme")
        case .none:
            let known = (loaded.index.places[kind] ?? [:]).keys.flatMap { id in
                [id, id.split(separator: "/").last.map(String.init) ?? id]
            }
            let guess = Wording.guess(text, among: known.sorted())
            log.error(node.place, "there is no \(kind.rawValue) \(Wording.quoted(text))\(guess)")
        }
        return nil
    }

    /// The answers of a record, or of a form that a decision is asked for.
    func answers(_ node: SourceNode?, of types: [RecordType], on day: Day) -> [String: Answer] {
        var found: [String: Answer] = [:]
        for entry in values.parts(node, "answers") {
            guard let field = types.lazy.compactMap({ $0.field(entry.key) }).first else {
                let ids = types.flatMap { $0.fields.map(\.id) }
                let guess = Wording.guess(entry.key, among: ids)
                let listed = types.isEmpty ? "" : " of \(Wording.oneOf(types.map(\.id)))"
                log.error(entry.place, "\(Wording.quoted(entry.key)) is not a field\(listed)\(guess)")
                continue
            }
            do throws(AnswerReading.Fault) {
                found[field.id] = try answers.answer(entry.value.json, field, on: day)
            } catch {
                log.error(entry.value.place, error.message)
            }
        }
        return found
    }
}
