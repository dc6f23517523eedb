import Domain

/// Reads the words that all schemes share: categories, roles, purposes and kinds of subject.
struct VocabularyDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    /// The purpose a role's looking usually has: one that some scheme declares.
    private func purpose(_ node: SourceNode?) -> String {
        guard let node, let id = values.string(node, "a purpose") else { return "" }
        if !decoding.index.purposes.contains(id) {
            log.error(
                node.place,
                "no purpose is called `\(id)`; expected one of \(decoding.index.purposes.sorted().joined(separator: ", "))"
            )
        }
        return id
    }

    func decode() {
        each("categories", "a category") { scheme, id, keys in
            let category = Scheme.Category(
                id: id, title: values.words(keys.required("title")) ?? id,
                isStatutory: values.onlyTrue(keys.optional("statutory")))
            decoding.index.categories[id] = category
            decoding.drafts[scheme]?.categories.append(category)
        }
        each("purposes", "a purpose") { scheme, id, keys in
            decoding.index.purposes.insert(id)
            let title = values.words(keys.required("title")) ?? id
            decoding.drafts[scheme]?.purposes.append(Scheme.Purpose(id: id, title: title))
        }
        each("roles", "a role") { scheme, id, keys in
            let role = Scheme.Role(
                id: id, title: values.words(keys.required("title")) ?? id,
                categories: values.list(keys.optional("categories")).compactMap(decoding.category),
                mayAdminister: values.onlyTrue(keys.optional("administers")),
                keepsDiary: values.onlyTrue(keys.optional("keeps-diary")),
                purpose: purpose(keys.optional("purpose")))
            decoding.index.roles[id] = role
            decoding.drafts[scheme]?.roles.append(role)
        }
        for source in decoding.sources {
            for node in (source.sections["subject-kinds"] ?? []).flatMap({ values.list($0) }) {
                guard let id = values.id(node, "a kind of subject") else { continue }
                decoding.index.subjectKinds.insert(id)
                decoding.drafts[source.id]?.subjectKinds.append(id)
            }
        }
    }

    private func each(_ section: String, _ what: String, _ read: (String, String, SourceKeys) -> Void) {
        var first: [String: SourcePlace] = [:]
        for source in decoding.sources {
            for node in source.sections[section] ?? [] {
                for entry in values.parts(node, section) {
                    _ = values.checkedID(entry.key, entry.place)
                    if let place = first[entry.key] {
                        log.error(
                            entry.place,
                            "\(what) `\(entry.key)` is defined in \(place.file) on line \(place.line); all schemes share them"
                        )
                        continue
                    }
                    first[entry.key] = entry.place
                    // One that is malformed exists all the same: what refers to it is not wrong.
                    let place = entry.value.place
                    let empty = SourceNode(place: place, content: .mapping([]))
                    guard let keys = SourceKeys(entry.value, what, log) ?? SourceKeys(empty, what, DiagnosticLog())
                    else {
                        continue
                    }
                    read(source.id, entry.key, keys)
                    keys.finish()
                }
            }
        }
    }
}
