import Domain

/// Turns parsed files into definitions, and checks them while it knows what was written where.
///
/// All schemes are read together in rounds, so that a definition may refer to any other: what exists, the words
/// everybody shares, lists, the fields of record types, the outlines of programmes, and only then the conditions.
final class SchemeDecoding {
    let sources: [SchemeSource]
    let log: DiagnosticLog
    let values: ValueReading
    var index = SchemeIndex()
    /// By scheme id.
    var drafts: [String: Scheme] = [:]
    var holidays: BankHolidays?
    /// The kinds of each programme's values, by programme and value.
    var valueKinds: [String: [String: Field.Kind]] = [:]

    init(sources: [SchemeSource], log: DiagnosticLog) {
        self.sources = sources
        self.log = log
        values = ValueReading(log: log)
    }

    /// The outcomes of each decision, once the decisions were read.
    var outcomes: [String: [String]] = [:]

    /// A definition found in some file.
    struct Found {
        var scheme: String
        /// Scheme-qualified.
        var id: String
        var entry: SourceEntry
    }

    /// The schemes in build order.
    func schemes() -> [Scheme] {
        for source in sources {
            drafts[source.id] = Scheme(
                id: source.id, title: source.title, buildsOn: source.buildsOn.compactMap(\.text))
            for file in source.folder.files { index.schemeOfFile[file.path] = source.id }
            index.reach[source.id] = reach(of: source)
            index.unreadNames.formUnion(source.unreadNames)
            if source.isIncomplete { index.isIncomplete = true }
        }
        let found = Dictionary(uniqueKeysWithValues: SchemeIndex.Kind.allCases.map { ($0, declare($0)) })
        VocabularyDecoding(decoding: self).decode()
        HoursDecoding(decoding: self).decode()
        for item in found[.codeList] ?? [] { CodeListDecoding(decoding: self).decode(item) }
        let records = RecordTypeDecoding(decoding: self)
        let pending = (found[.recordType] ?? []).compactMap(records.decodeFields)
        ProgrammeOutlining(decoding: self).outline(found[.programme] ?? [])
        for item in pending { records.decodeConditions(item) }
        for item in found[.decision] ?? [] { DecisionDecoding(decoding: self).decode(item) }
        for item in pending { records.decodeObjections(item) }
        for item in found[.programme] ?? [] { ProgrammeDecoding(decoding: self).decode(item) }
        RingCheck(decoding: self).checkProgrammes(found[.programme] ?? [])
        for item in found[.board] ?? [] { BoardDecoding(decoding: self).decode(item) }
        for item in found[.agreement] ?? [] { AgreementDecoding(decoding: self).decode(item) }
        for item in found[.letter] ?? [] { LetterDecoding(decoding: self).decode(item) }
        return sources.compactMap { drafts[$0.id] }
    }

    private func reach(of source: SchemeSource) -> [String] {
        var found: [String] = []
        for id in source.buildsOn.compactMap(\.text) {
            for other in [id] + (index.reach[id] ?? []) where !found.contains(other) && index.reach[other] != nil {
                found.append(other)
            }
        }
        return found
    }

    /// Notes every id of a kind; reports ids that cannot be and ids defined twice.
    private func declare(_ kind: SchemeIndex.Kind) -> [Found] {
        var found: [Found] = []
        for source in sources {
            var entries: [SourceEntry] = []
            for section in source.sections[kind.section] ?? [] {
                entries += values.parts(section, kind.rawValue + "s", most: SourceLimits.definitions)
            }
            if entries.count > SourceLimits.definitions, let place = entries.last?.place {
                log.error(place, "a scheme has at most \(SourceLimits.definitions) \(kind.rawValue)s")
            }
            for entry in entries.prefix(SourceLimits.definitions) {
                _ = values.checkedID(entry.key, entry.place)
                let id = source.id + "/" + entry.key
                if let first = index.places[kind]?[id] {
                    log.error(
                        entry.place,
                        "the \(kind.rawValue) `\(entry.key)` is defined twice; first in \(first.file) on line \(first.line)"
                    )
                    continue
                }
                index.places[kind, default: [:]][id] = entry.place
                found.append(Found(scheme: source.id, id: id, entry: entry))
            }
        }
        return found
    }
}
