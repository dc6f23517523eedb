import Domain

/// Reads a dated list of codes.
struct CodeListDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    /// Lists of offences and drugs run to thousands.
    private static let mostEntries = 5_000

    func decode(_ found: SchemeDecoding.Found) {
        guard let keys = SourceKeys(found.entry.value, "a code list", log) else { return }
        let title = values.words(keys.required("title")) ?? found.id
        let source = values.string(keys.optional("source")) ?? ""
        let entries = keys.required("entries").map(entries) ?? []
        keys.finish()
        let list = CodeList(id: found.id, title: title, source: source, entries: entries)
        decoding.index.lists[found.id] = list
        decoding.index.listCodes[found.id] = Set(entries.map(\.option.code))
        decoding.drafts[found.scheme]?.codeLists.append(list)
    }

    private func entries(_ node: SourceNode) -> [CodeList.Entry] {
        if node.entries != nil {
            return OptionDecoding(values: values).options(node, most: Self.mostEntries).map {
                CodeList.Entry(option: $0)
            }
        }
        var entries: [CodeList.Entry] = []
        var positions: [String: [Int]] = [:]
        for item in values.list(node, most: Self.mostEntries) {
            guard let keys = SourceKeys(item, "an entry of a code list", log) else { continue }
            let from = keys.optional("from")
            let until = keys.optional("until")
            let option = OptionDecoding(values: values).option(keys)
            keys.finish()
            guard let option else { continue }
            let entry = CodeList.Entry(option: option, from: values.day(from), until: values.day(until))
            if let from = entry.from, let until = entry.until, until < from {
                log.error(item.place, "\(Wording.quoted(option.code)) ends before it begins")
            }
            let earlier = positions[option.code] ?? []
            if earlier.contains(where: { entries[$0].overlaps(entry) }) {
                log.error(item.place, "the code \(Wording.quoted(option.code)) stands twice on the same days")
            }
            if earlier.count < 20 { positions[option.code, default: []].append(entries.count) }
            entries.append(entry)
        }
        return entries
    }
}

extension CodeList.Entry {
    fileprivate func overlaps(_ other: CodeList.Entry) -> Bool {
        DayRange(from: from, until: until).overlaps(DayRange(from: other.from, until: other.until))
    }
}

/// Days from one to another, both included; open where one is missing.
struct DayRange {
    var from: Day?
    var until: Day?

    func overlaps(_ other: DayRange) -> Bool {
        let startsInTime = from.flatMap { from in other.until.map { from <= $0 } } ?? true
        let otherStartsInTime = other.from.flatMap { from in until.map { from <= $0 } } ?? true
        return startsInTime && otherStartsInTime
    }
}
