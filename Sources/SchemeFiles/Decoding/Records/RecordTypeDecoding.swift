import Domain

/// Reads record types: first their fields, then, once all fields of all types are known, the conditions on them.
struct RecordTypeDecoding {
    let decoding: SchemeDecoding

    var values: ValueReading { decoding.values }
    var log: DiagnosticLog { decoding.log }

    /// A record type whose conditions are still to be read.
    struct Pending {
        var found: SchemeDecoding.Found
        var type: RecordType
        var decision: SourceNode?
        var stops: SourceNode?
        var warnings: SourceNode?
        var fields: [PendingField]
    }

    struct PendingField {
        var field: Field
        var place: SourcePlace
        var showWhen: SourceNode?
        var requiredWhen: SourceNode?
        var prefill: SourceNode?
    }

    func decodeFields(_ found: SchemeDecoding.Found) -> Pending? {
        guard let keys = SourceKeys(found.entry.value, "a record type", log) else { return nil }
        let named = keys.optional("category")
        let category = named.map { decoding.category($0) ?? "" }
        let fields = values.parts(keys.optional("fields"), "fields").map { field($0, of: found.id, category: category) }
        let shared = keys.optional("subjects")
        let starts = keys.optional("day-counts-at")
        if let starts, !["start", "end"].contains(starts.text) {
            log.error(
                starts.place, "expected `start` or `end`; found \(starts.text.map(Wording.quoted) ?? starts.kindWords)")
        }
        var type = RecordType(
            id: found.id, title: values.words(keys.required("title")) ?? found.id,
            prompt: values.words(keys.optional("prompt")) ?? "",
            subjects: shared.map { values.list($0).compactMap(decoding.subjectKind) } ?? ["person"],
            fields: fields.map(\.field),
            completedBy: values.list(keys.optional("completed-by")).compactMap(decoding.role),
            actsAs: values.word(keys.optional("acts-as"), RecordType.Meaning.self) ?? .ordinary,
            rank: values.whole(keys.optional("rank"), -1_000...1_000) ?? 0,
            dayCountsAtStart: starts?.text == "start",
            source: values.string(keys.optional("source")) ?? "")
        type.scores = ScoreDecoding(decoding: decoding).scores(keys.optional("scores"), of: type, category: category)
        let (decision, stops, warnings) = (
            keys.optional("decision"), keys.optional("stops"), keys.optional("warnings")
        )
        keys.finish()
        decoding.index.types[found.id] = type
        return Pending(
            found: found, type: type, decision: decision, stops: stops, warnings: warnings, fields: fields)
    }

    /// A field that cannot be read exists all the same, so that nothing is said of what refers to it.
    private func field(_ entry: SourceEntry, of type: String, category shared: String?) -> PendingField {
        _ = values.checkedID(entry.key, entry.place)
        guard let keys = SourceKeys(entry.value, "a field", log) else {
            decoding.index.noteUnread(type, entry.key)
            let kind = Field.Kind.text(lines: 1, limit: 200)
            return PendingField(
                field: Field(id: entry.key, question: entry.key, kind: kind, category: ""), place: entry.place)
        }
        let question = values.words(keys.required("question"))
        let kind = FieldKindDecoding(decoding: decoding).kind(keys.required("kind"))
        let own = keys.optional("category")
        if own == nil && shared == nil {
            log.error(entry.place, "the field `\(entry.key)` needs a `category`, its own or its record type's")
        }
        if kind == nil { decoding.index.noteUnread(type, entry.key) }
        let fact = keys.optional("fact")
        let asked = keys.optional("asked")
        let missing = values.list(keys.optional("missing")).compactMap { values.word($0, Answer.Missing.self) }
        var field = Field(
            id: entry.key, question: question ?? entry.key, hint: values.words(keys.optional("hint")) ?? "",
            kind: kind ?? .text(lines: 1, limit: 200), category: decoding.category(own) ?? shared ?? "",
            required: values.flag(keys.optional("required")) ?? false,
            fact: values.word(fact, PersonFact.self), missingAllowed: missing)
        field.isAsked = values.flag(asked) ?? true
        readOffers(keys, &field)
        if !field.isAsked && field.required, let asked {
            log.error(asked.place, "what no form asks cannot be required of who fills it in")
        }
        let pending = PendingField(
            field: field, place: entry.place, showWhen: keys.optional("show-when"),
            requiredWhen: keys.optional("required-when"), prefill: keys.optional("prefill"))
        if field.required, let when = pending.requiredWhen {
            log.error(when.place, "write either `required: true` or `required-when`")
        }
        keys.finish()
        if let fact, kind != nil { checkFact(field, fact.place) }
        return pending
    }

    /// What is offered while it is answered.
    private func readOffers(_ keys: SourceKeys, _ field: inout Field) {
        if let lists = keys.optional("codes") {
            field.codeLists = values.oneOrMore(lists).compactMap { decoding.reference(.codeList, $0) }
            if case .text = field.kind {} else { log.error(lists.place, "`codes` are offered for a `text`") }
        }
        if let only = keys.optional("only") {
            field.kindsOffered = values.oneOrMore(only).compactMap { values.id($0, "a kind of agency") }
            if field.kind != .agency && field.kind != .venue {
                log.error(only.place, "`only` names the kinds of agency that an `agency` or a `venue` is chosen from")
            }
        }
    }

    /// Ages are worked out from these two.
    private func checkFact(_ field: Field, _ place: SourcePlace) {
        switch (field.fact, field.kind) {
        case (.birthDate?, .day), (.estimatedAge?, .number), (.estimatedAge?, .scale): break
        case (.birthDate?, _): log.error(place, "a field that states the `birth-date` is of the kind `day`")
        case (.estimatedAge?, _): log.error(place, "a field that states the `estimated-age` is of the kind `number`")
        default: break
        }
    }

    func decodeConditions(_ pending: Pending) {
        var type = pending.type
        type.decision = decoding.reference(.decision, pending.decision)
        let place = ConditionPlace(words: "in a form", fields: .of([type]))
        let conditions = ConditionDecoding(decoding: decoding, place: place)
        for (position, item) in pending.fields.enumerated() {
            type.fields[position].showWhen = item.showWhen.flatMap(conditions.condition)
            type.fields[position].requiredWhen = item.requiredWhen.flatMap(conditions.condition)
            type.fields[position].prefill = PrefillDecoding(decoding: decoding).prefill(item.prefill, of: item.field)
        }
        decoding.index.types[type.id] = type
        decoding.drafts[pending.found.scheme]?.recordTypes.append(type)
    }

    /// Once the decisions are known, which stops and warnings may ask for.
    func decodeObjections(_ pending: Pending) {
        guard pending.stops != nil || pending.warnings != nil, var type = decoding.index.types[pending.type.id] else {
            return
        }
        let reading = ObjectionDecoding(decoding: decoding)
        type.stops = reading.objections(pending.stops, of: type)
        type.warnings = reading.objections(pending.warnings, of: type)
        for both in type.stops.map(\.id) where type.warnings.contains(where: { $0.id == both }) {
            log.error(pending.found.entry.place, "`\(both)` is the id of a stop and of a warning")
        }
        decoding.index.types[type.id] = type
        let types = decoding.drafts[pending.found.scheme]?.recordTypes ?? []
        if let place = types.firstIndex(where: { $0.id == type.id }) {
            decoding.drafts[pending.found.scheme]?.recordTypes[place] = type
        }
    }
}
