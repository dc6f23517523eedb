import Domain

/// Reads letters and notices, whose placeholders must be fields of the record they are printed from.
struct LetterDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    /// Placeholders that every letter may use.
    static let common = ["name", "today", "agency", "place-phone"]

    func decode(_ found: SchemeDecoding.Found) {
        guard let keys = SourceKeys(found.entry.value, "a letter", log) else { return }
        let title = values.words(keys.required("title")) ?? found.id
        let record = decoding.reference(.recordType, keys.required("record"))
        let source = values.string(keys.optional("source")) ?? ""
        let paragraphs = values.list(keys.required("paragraphs")).compactMap { node -> String? in
            guard let text = values.words(node) else { return nil }
            if let type = record.flatMap({ decoding.index.types[$0] }) { check(text, node.place, type) }
            return text
        }
        keys.finish()
        guard let record else { return }
        decoding.drafts[found.scheme]?.letters.append(
            Scheme.Letter(id: found.id, title: title, record: record, paragraphs: paragraphs, source: source))
    }

    private func check(_ text: String, _ place: SourcePlace, _ type: RecordType) {
        let known = type.fields.map(\.id) + Self.common
        var rest = Substring(text)
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                log.error(place, "a `{` and a `}` go together, around the id of a field")
                return
            }
            let name = String(rest[rest.index(after: open)..<close])
            if !known.contains(name) {
                log.error(
                    place,
                    "there is nothing to put in place of \(Wording.quoted("{" + name + "}"))\(Wording.guess(name, among: known)); "
                        + "expected one of \(Wording.oneOf(known))")
            }
            rest = rest[rest.index(after: close)...]
        }
    }
}
