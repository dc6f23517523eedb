import Domain

/// Reads the acts of a board: a press must be enough for those that open no page.
struct ActDecoding {
    let decoding: SchemeDecoding
    let conditions: ConditionDecoding
    /// The programme whose people the board shows; `nil` for a board of appointments.
    let outline: ProgrammeOutline?

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func act(_ entry: SourceEntry) -> Board.Act? {
        guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "an act", log) else {
            return nil
        }
        let title = values.words(keys.required("title"))
        let record = decoding.reference(.recordType, keys.required("record"))
        let type = record.flatMap { decoding.index.types[$0] }
        var answers: [String: String] = [:]
        let written = values.parts(keys.optional("answers"), "codes")
        for item in written {
            guard let code = code(item, type) else { continue }
            answers[item.key] = code
            if type?.actsAs == .acknowledgement, item.key == "about" { checkAlert(code, item.value) }
        }
        let opensPage = values.flag(keys.optional("opens-page")) ?? false
        let warning = keys.optional("warning")
        if let warning, !opensPage {
            log.error(warning.place, "a warning stands on the page that an act opens: write `opens-page: true`")
        }
        let when = keys.optional("when").map { conditions.condition($0) } ?? .always
        keys.finish()
        guard let title, let type, let when else { return nil }
        if !opensPage { checkEnough(type, Set(written.map(\.key)), entry) }
        var act = Board.Act(
            id: entry.key, title: title, record: type.id, answers: answers, opensPage: opensPage, when: when)
        act.warning = values.words(warning) ?? ""
        return act
    }

    private func code(_ entry: SourceEntry, _ type: RecordType?) -> String? {
        guard let type else { return nil }
        guard let field = type.field(entry.key) else {
            let ids = type.fields.map(\.id)
            log.error(
                entry.place,
                "\(Wording.quoted(entry.key)) is not a field of `\(type.id)`\(Wording.guess(entry.key, among: ids))")
            return nil
        }
        if case .weeks = field.kind {
            log.error(entry.place, "an act cannot answer `\(field.id)`, which is \(field.kind.word)")
            return nil
        }
        let compared = ComparedField(field)
        let code = AnswerComparing(decoding: decoding).code(entry.value, compared, what: compared.name)
        // Money is compared in pence and written in pounds.
        if case .money = field.kind { return code == nil ? nil : entry.value.text }
        return code
    }

    /// An alert is acknowledged by the title of its deadline: one that no deadline has would acknowledge nothing.
    private func checkAlert(_ title: String, _ node: SourceNode) {
        guard let outline, !outline.isBroken else { return }
        let titles = outline.titlesOfDeadlines
        guard !titles.contains(title) else { return }
        log.error(
            node.place,
            "no deadline of `\(outline.id)` is called \(Wording.quoted(title))\(Wording.guess(title, among: titles))")
    }

    private func checkEnough(_ type: RecordType, _ answered: Set<String>, _ entry: SourceEntry) {
        let open = type.fields.filter { field in
            field.required && field.showWhen == nil && field.prefill.isEmpty && !answered.contains(field.id)
        }
        guard !open.isEmpty else { return }
        log.error(
            entry.place,
            "the act `\(entry.key)` writes at once, but `\(type.id)` also needs \(Wording.oneOf(open.map(\.id))); "
                + "give it under `answers`, or write `opens-page: true`")
    }
}
