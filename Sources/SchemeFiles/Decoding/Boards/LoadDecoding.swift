import Domain

/// Reads how the lines of another system's file become records.
struct LoadDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func load(_ node: SourceNode) -> Board.Load? {
        guard let keys = SourceKeys(node, "`load`", log) else { return nil }
        let title = values.words(keys.required("title"))
        let record = decoding.reference(.recordType, keys.required("record"))
        let type = record.flatMap { decoding.index.types[$0] }
        let key = values.string(keys.required("key"), "a heading")
        let columns = values.parts(keys.required("columns"), "headings").compactMap { column($0, type) }
        keys.finish()
        guard let title, let type, let key else { return nil }
        return Board.Load(title: title, record: type.id, columns: columns, key: key)
    }

    private func column(_ entry: SourceEntry, _ type: RecordType?) -> Board.Load.Column? {
        if entry.value.text == "occurred" { return Board.Load.Column(heading: entry.key, target: .occurred) }
        guard let keys = SourceKeys(entry.value, "a column of a file, `occurred`, {field: …} or {fact: …}", log) else {
            return nil
        }
        let target = keys.one(of: ["field", "fact"])
        keys.finish()
        guard let target else { return nil }
        if target.key == "fact" {
            return values.word(target.value, PersonFact.self).map {
                Board.Load.Column(heading: entry.key, target: .fact($0))
            }
        }
        guard let type else { return nil }
        return decoding.field(target.value, of: EventPattern(types: [type.id]), "an answer").map {
            Board.Load.Column(heading: entry.key, target: .field($0))
        }
    }
}
