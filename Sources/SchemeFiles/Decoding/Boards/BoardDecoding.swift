import Domain

/// Whose deadlines a row of a board counts.
private enum DeadlineScope: String, CaseIterable {
    case enrolment
    case person
}

/// Reads boards.
struct BoardDecoding {
    let decoding: SchemeDecoding

    var values: ValueReading { decoding.values }
    var log: DiagnosticLog { decoding.log }

    func decode(_ found: SchemeDecoding.Found) {
        guard let keys = SourceKeys(found.entry.value, "a board", log) else { return }
        let title = values.words(keys.required("title")) ?? found.id
        let source = values.string(keys.optional("source")) ?? ""
        let of = keys.required("of")
        let outline = of?.text == "appointments" ? nil : decoding.runningProgramme(of)
        let isAppointments = of?.text == "appointments"
        let standing = outline.map { outline in
            ConditionPlace.Standing(outline: outline, values: decoding.valueKinds[outline.id] ?? [:])
        }
        let place = ConditionPlace(
            words: isAppointments ? "on a board of appointments" : "on a board", fields: .none,
            hasEnrolment: outline != nil, standing: standing)
        let conditions = ConditionDecoding(decoding: decoding, place: place)
        let columns = ColumnDecoding(decoding: decoding, standing: standing, isAppointments: isAppointments)
        let acts = ActDecoding(decoding: decoding, conditions: conditions, outline: outline)
        let isReadable = isAppointments || outline.map { !$0.isBroken } ?? false
        let deadlines = keys.optional("deadlines")
        if isAppointments, let deadlines { log.error(deadlines.place, "a board of appointments shows no deadlines") }
        var board = Board(
            id: found.id, title: title, source: source,
            opensFor: values.list(keys.optional("opens-for")).compactMap(decoding.role),
            alsoFor: values.list(keys.optional("also-for")).compactMap(decoding.role),
            rows: outline.map { .enrolments($0.id) } ?? .appointments,
            whose: values.word(keys.optional("whose"), Board.Whose.self) ?? .agency,
            where: read(keys.optional("where"), isReadable, conditions.condition) ?? .always,
            columns: values.list(keys.required("columns")).compactMap { read($0, isReadable, columns.column) },
            order: values.list(keys.optional("order")).compactMap { read($0, isReadable, columns.order) },
            acts: values.parts(keys.optional("acts"), "acts").compactMap { isReadable ? acts.act($0) : nil },
            empty: values.words(keys.optional("empty")) ?? "Nobody is on this list.",
            load: keys.optional("load").flatMap { LoadDecoding(decoding: decoding).load($0) })
        keys.finish()
        if let deadlines {
            board.countsEverythingDue = values.word(deadlines, DeadlineScope.self) == .person
        }
        if isReadable { decoding.drafts[found.scheme]?.boards.append(board) }
    }

    /// What hangs on the programme is not read when that is unknown: every line would be reported for one mistake.
    private func read<Value>(_ node: SourceNode?, _ isReadable: Bool, _ read: (SourceNode) -> Value?) -> Value? {
        isReadable ? node.flatMap(read) : nil
    }
}
