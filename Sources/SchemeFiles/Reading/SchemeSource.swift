/// One scheme's files, parsed, with its heading read.
struct SchemeSource {
    var folder: SchemeFolder
    var id: String
    var title: String
    var buildsOn: [SourceNode]
    /// The sections of all files by name, in the order of files.
    var sections: [String: [SourceNode]]
    /// Names before a colon in files that were not read to the end.
    var unreadNames: Set<String> = []
    /// Its heading is missing, or names schemes that are.
    var isIncomplete = false

    /// Every key a file may have at its top.
    static let sectionNames = [
        "scheme", "categories", "roles", "purposes", "subject-kinds", "hours", "bank-holidays", "code-lists",
        "record-types", "programmes", "decisions", "boards", "sharing-agreements", "letters",
    ]

    /// Parses every file and reads the heading; reports a scheme without one, or with several.
    init(_ folder: SchemeFolder, _ log: DiagnosticLog) {
        self.folder = folder
        log.add(folder.diagnostics)
        sections = [:]
        for file in folder.files {
            let tree = SourceTree(file: file.path, bytes: file.bytes)
            log.add(tree.diagnostics)
            if tree.isUnread { unreadNames.formUnion(SourceTree.names(in: file.bytes)) }
            guard let root = tree.root, !root.isNothing else { continue }
            guard let keys = SourceKeys(root, "a file of definitions", log) else { continue }
            for name in Self.sectionNames {
                if let section = keys.optional(name) { sections[name, default: []].append(section) }
            }
            keys.finish()
        }
        id = folder.name
        title = folder.name
        buildsOn = []
        readHeading(log)
    }

    private mutating func readHeading(_ log: DiagnosticLog) {
        let headings = sections["scheme"] ?? []
        guard let heading = headings.first else {
            isIncomplete = true
            if !folder.diagnostics.hasErrors && unreadNames.isEmpty {
                let place = SourcePlace(file: folder.files.first?.path ?? folder.path, line: 1, column: 1)
                log.error(place, "no file of this folder has the key `scheme` with the scheme's id and title")
            }
            return
        }
        for extra in headings.dropFirst() {
            log.error(extra.place, "`scheme` is written once in a folder; it is also in \(heading.place.file)")
        }
        let values = ValueReading(log: log)
        guard let keys = SourceKeys(heading, "`scheme`", log) else { return }
        if let id = values.id(keys.required("id"), "the scheme") { self.id = id }
        if let title = values.words(keys.required("title")) { self.title = title }
        buildsOn = values.list(keys.optional("builds-on"), most: 50)
        keys.finish()
    }
}
