import Domain

extension SchemeDecoding {
    /// The scheme-qualified id that a reference means: its own scheme's first, then that of a scheme it builds on.
    func reference(_ kind: SchemeIndex.Kind, _ node: SourceNode?) -> String? {
        guard let node else { return nil }
        guard let text = values.string(node, "the id of \(Wording.article(kind.rawValue))") else { return nil }
        let own = index.schemeOfFile[node.place.file] ?? ""
        switch resolve(kind, text, from: own) {
        case .found(let id): return id
        case .several(let ids):
            log.error(
                node.place,
                "\(Wording.quoted(text)) could be \(Wording.oneOf(ids)); write which, with its scheme")
        case .none where index.mayBeUnread(text): break
        case .none:
            let visible = visibleIDs(kind, from: own)
            log.error(
                node.place,
                "there is no \(kind.rawValue) \(Wording.quoted(text))\(Wording.guess(text, among: visible))")
        }
        return nil
    }

    enum Resolution {
        case found(String)
        case several([String])
        case none
    }

    func resolve(_ kind: SchemeIndex.Kind, _ text: String, from own: String) -> Resolution {
        index.resolve(kind, text, from: own)
    }

    /// The ids as they may be written: bare where that is enough.
    private func visibleIDs(_ kind: SchemeIndex.Kind, from own: String) -> [String] {
        let schemes = Set([own] + (index.reach[own] ?? []))
        return (index.places[kind] ?? [:]).keys.filter { id in
            id.split(separator: "/").first.map { schemes.contains(String($0)) } ?? false
        }.flatMap { id in
            [id, String(id.split(separator: "/").last ?? "")]
        }.sorted()
    }

    /// A programme that runs: a template only lends its parts.
    func runningProgramme(_ node: SourceNode?) -> ProgrammeOutline? {
        guard let node, let id = reference(.programme, node), let outline = index.outlines[id] else { return nil }
        if outline.isTemplate {
            log.error(
                node.place, "\(Wording.quoted(id)) is a template and never runs; name a programme that extends it")
            return nil
        }
        return outline
    }

    func category(_ node: SourceNode?) -> String? {
        word("category", node, among: index.categories.keys)
    }

    func role(_ node: SourceNode?) -> String? { word("role", node, among: index.roles.keys) }

    func purpose(_ node: SourceNode?) -> String? { word("purpose", node, among: index.purposes) }

    func hours(_ node: SourceNode?) -> String? { word("opening hours", node, among: index.hours) }

    func subjectKind(_ node: SourceNode?) -> String? { word("subject kind", node, among: index.subjectKinds) }

    /// One of the ids that exist; reports any other and names the nearest.
    func word(_ what: String, _ node: SourceNode?, among ids: some Collection<String>) -> String? {
        guard let node, let text = values.string(node, "the id of \(Wording.article(what))") else { return nil }
        if ids.contains(text) { return text }
        if index.mayBeUnread(text) { return nil }
        let listed = ids.isEmpty ? "none is defined" : "expected one of \(Wording.oneOf(ids.sorted()))"
        log.error(
            node.place,
            "there is no \(what) \(Wording.quoted(text))\(Wording.guess(text, among: ids.sorted())); \(listed)")
        return nil
    }
}

extension SchemeIndex {
    func resolve(_ kind: Kind, _ text: String, from own: String) -> SchemeDecoding.Resolution {
        let known = places[kind] ?? [:]
        let visible = [own] + (reach[own] ?? [])
        if text.utf8.contains(UInt8(ascii: "/")) {
            let scheme = text.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            return known[text] != nil && visible.contains(scheme) ? .found(text) : .none
        }
        if known[own + "/" + text] != nil { return .found(own + "/" + text) }
        let found = visible.dropFirst().map { $0 + "/" + text }.filter { known[$0] != nil }
        if found.count > 1 { return .several(found) }
        return found.first.map { .found($0) } ?? .none
    }
}
