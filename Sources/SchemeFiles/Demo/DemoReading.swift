package import Domain

/// Reads the files of a scheme's `demo` folder: the made-up partnership that shows the scheme at work.
///
/// Like the scheme's own files they are checked as a whole, and every mistake is reported with its place.
package struct DemoReading {
    let loaded: LoadedSchemes
    let definitions: Definitions
    let answers: AnswerReading
    let log = DiagnosticLog()
    /// The scheme it shows: references are read as that scheme would read them.
    let scheme: String
    /// By the name of a section, the places in the order of files.
    private var sections: [String: [SourceNode]] = [:]

    var values: ValueReading { ValueReading(log: log) }

    static let sectionNames = [
        "demo", "agencies", "venues", "workers", "rotas", "diary", "cast", "names", "profiles", "bundles", "parts",
        "stories", "counted-sets",
    ]

    /// - Parameters:
    ///   - loaded: the scheme, read without errors.
    ///   - folder: its demo folder.
    /// - Returns: the plan, which with errors among the diagnostics holds what could be read and is not to be used.
    package static func read(_ loaded: LoadedSchemes, folder: SchemeFolder) -> (
        plan: DemoPlan, diagnostics: [Diagnostic]
    ) {
        let reading = DemoReading(loaded, folder)
        let plan = reading.plan(folder)
        return (plan, reading.log.entries.inOrder)
    }

    private init(_ loaded: LoadedSchemes, _ folder: SchemeFolder) {
        self.loaded = loaded
        definitions = loaded.definitions
        answers = AnswerReading(definitions: definitions)
        scheme = loaded.schemes.last?.id ?? ""
        log.add(folder.diagnostics)
        for file in folder.files {
            let tree = SourceTree(file: file.path, bytes: file.bytes)
            log.add(tree.diagnostics)
            guard let root = tree.root, !root.isNothing else { continue }
            guard let keys = SourceKeys(root, "a file of the demonstration", log) else { continue }
            for name in Self.sectionNames {
                if let section = keys.optional(name) { sections[name, default: []].append(section) }
            }
            keys.finish()
        }
    }

    private func plan(_ folder: SchemeFolder) -> DemoPlan {
        let partnership = DemoPartnershipReading(reading: self)
        let agencies = entries("agencies", "agencies").compactMap(partnership.agency)
        let venues = entries("venues", "venues").compactMap { partnership.venue($0, agencies) }
        let workers = entries("workers", "workers").compactMap { partnership.worker($0, agencies, venues) }
        let rotas = entries("rotas", "rotas").compactMap { partnership.rota($0, agencies, workers) }
        let diary = items("diary").compactMap { partnership.diary($0, agencies, venues) }
        let cast = entries("cast", "parts of the cast").compactMap { partnership.part($0, rotas, workers) }
        let people = DemoPeopleReading(reading: self)
        let names = people.names(sections["names"]?.first)
        let profiles = people.profiles(entries("profiles", "profiles"))
        let stories = DemoStoryReading(
            reading: self, cast: Set(cast.map(\.id)), agencies: agencies.map(\.id), venues: venues.map(\.id),
            profiles: Set(profiles.map(\.id)), bundles: entries("bundles", "bundles"),
            fragments: entries("parts", "parts of stories"),
            purposes: Set(diary.map(\.purpose)))
        let all = entries("stories", "stories").compactMap(stories.story)
        let sets = entries("counted-sets", "counted sets").compactMap { people.countedSet($0, all) }
        let heading = people.heading(sections["demo"] ?? [], in: folder)
        return DemoPlan(
            title: heading.title, agencies: agencies, venues: venues, workers: workers, rotas: rotas, diary: diary,
            cast: cast, names: names, profiles: profiles, stories: all, people: heading.people, countedSets: sets)
    }

    /// The entries of a section over all files; an id is used once.
    private func entries(_ section: String, _ what: String) -> [SourceEntry] {
        var seen: [String: SourcePlace] = [:]
        return (sections[section] ?? []).flatMap { values.parts($0, what) }.filter { entry in
            guard values.checkedID(entry.key, entry.place) else { return false }
            guard let first = seen.updateValue(entry.place, forKey: entry.key) else { return true }
            log.error(entry.place, "`\(entry.key)` is written twice; the first is in \(first.file)")
            return false
        }
    }

    private func items(_ section: String) -> [SourceNode] {
        (sections[section] ?? []).flatMap { values.list($0) }
    }

    /// One of these ids; anything else is reported with the nearest.
    func known(_ node: SourceNode?, _ what: String, among ids: some Collection<String>) -> String? {
        guard let node, let text = values.string(node, "the id of \(what)") else { return nil }
        guard ids.contains(text) else {
            log.error(node.place, "there is no such \(what): \(Wording.quoted(text))\(Wording.guess(text, among: ids))")
            return nil
        }
        return text
    }
}
