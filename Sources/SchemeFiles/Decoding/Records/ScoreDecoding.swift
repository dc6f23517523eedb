import Domain

/// Reads scores worked out from answers.
struct ScoreDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func scores(_ node: SourceNode?, of type: RecordType, category: String?) -> [Score] {
        values.parts(node, "scores").compactMap { entry in
            guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a score", log) else {
                return nil
            }
            let title = values.words(keys.required("title")) ?? entry.key
            let sum = values.list(keys.required("sum")).compactMap { field($0, of: type) }
            let bands = bands(keys.optional("bands"))
            let own = decoding.category(keys.optional("category"))
            keys.finish()
            guard let section = own ?? category else {
                log.error(entry.place, "the score `\(entry.key)` needs a `category`, its own or its record type's")
                return nil
            }
            return Score(id: entry.key, title: title, sum: sum, bands: bands, category: section)
        }
    }

    private func field(_ node: SourceNode, of type: RecordType) -> String? {
        guard let id = values.string(node, "the id of a field") else { return nil }
        guard let field = type.field(id) else {
            let ids = type.fields.map(\.id)
            log.error(node.place, "\(Wording.quoted(id)) is not a field of this record\(Wording.guess(id, among: ids))")
            return nil
        }
        switch field.kind {
        case .number, .scale, .weeks: return id
        case .choice(let options), .choices(let options):
            let hasPoints =
                switch options {
                case .own(let own): own.contains { $0.points != nil }
                case .list(let list):
                    decoding.index.lists[list]?.entries.contains { $0.option.points != nil } ?? false
                }
            if !hasPoints { log.error(node.place, "no option of `\(id)` has `points` to add") }
            return hasPoints ? id : nil
        case .text, .day, .instant, .yesNo, .person, .worker, .agency, .venue, .money:
            log.error(
                node.place, "`\(id)` has no number to add; a score adds numbers, scales, weeks and options with points")
            return nil
        }
    }

    private func bands(_ node: SourceNode?) -> [Score.Band] {
        var bands: [Score.Band] = []
        for item in values.list(node) {
            guard let keys = SourceKeys(item, "a band", log) else { continue }
            let from = values.whole(keys.required("from"), -1_000_000...1_000_000)
            let title = values.words(keys.required("title"))
            keys.finish()
            guard let from, let title else { continue }
            if let last = bands.last, from <= last.from {
                log.error(item.place, "bands go up: \(from) does not come after \(last.from)")
            }
            bands.append(Score.Band(from: from, title: title))
        }
        return bands
    }
}
