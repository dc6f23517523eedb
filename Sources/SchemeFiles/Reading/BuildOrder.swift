/// Finds the schemes that a scheme builds on, each once, those built on first.
struct BuildOrder {
    let log: DiagnosticLog
    let open: (String) -> SchemeFolder

    /// More schemes than this are never run together.
    private static let most = 50

    func sources(from folder: SchemeFolder) -> [SchemeSource] {
        var found: [SchemeSource] = []
        var open = Set<String>()
        visit(SchemeSource(folder, log), &found, &open)
        return found
    }

    private func visit(_ given: SchemeSource, _ found: inout [SchemeSource], _ isOpen: inout Set<String>) {
        var source = given
        isOpen.insert(source.id)
        for node in source.buildsOn {
            guard let id = ValueReading(log: log).id(node, "a scheme") else { continue }
            if isOpen.contains(id) {
                log.error(node.place, "the schemes `\(source.id)` and `\(id)` build on each other")
                continue
            }
            if found.contains(where: { $0.id == id }) { continue }
            guard found.count + isOpen.count < Self.most else {
                log.error(node.place, "more than \(Self.most) schemes build on each other")
                continue
            }
            let path = source.folder.sibling(id)
            let folder = open(path)
            guard !folder.files.isEmpty else {
                log.error(node.place, "there is no scheme \(Wording.quoted(id)): \(path) has no files of definitions")
                source.isIncomplete = true
                continue
            }
            let other = SchemeSource(folder, log)
            if other.id != id {
                log.error(
                    node.place, "the scheme in \(path) calls itself `\(other.id)`; the folder and the id must agree")
                source.isIncomplete = true
                continue
            }
            visit(other, &found, &isOpen)
        }
        isOpen.remove(source.id)
        found.append(source)
    }
}
