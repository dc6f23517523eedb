import Domain

/// Reads the columns and the order of a board.
struct ColumnDecoding {
    let decoding: SchemeDecoding
    let standing: ConditionPlace.Standing?
    let isAppointments: Bool

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    private static let enrolmentWords: [String: Board.Show] = [
        "stage": .stage, "since": .since, "no-lead-since": .noLeadSince, "lead": .lead, "flags": .flags,
        "due": .due(nil),
    ]
    private static let appointmentWords: [String: Board.Show] = [
        "appointment-time": .appointmentTime, "appointment-venue": .appointmentVenue,
        "appointment-purpose": .appointmentPurpose, "appointment-state": .appointmentState,
    ]

    func column(_ node: SourceNode) -> Board.Column? {
        guard let keys = SourceKeys(node, "a column", log) else { return nil }
        let title = values.words(keys.required("title"))
        let show = keys.required("show").flatMap(show)
        keys.finish()
        guard let title, let show else { return nil }
        return Board.Column(title: title, show: show)
    }

    private func show(_ node: SourceNode) -> Board.Show? {
        guard node.entries != nil else {
            let own = isAppointments ? Self.appointmentWords : Self.enrolmentWords
            let all = own.merging(["name": .name]) { first, _ in first }
            if let show = node.text.flatMap({ all[$0] }) { return show }
            refuse(node, all.keys.sorted() + (isAppointments ? [] : ["{due: …}", "{value: …}"]))
            return nil
        }
        guard let keys = SourceKeys(node, "what a column shows", log) else { return nil }
        let entry = keys.one(of: ["due", "value"])
        keys.finish()
        guard let entry else { return nil }
        guard let standing else {
            log.error(node.place, "a board of appointments has no clocks and no values")
            return nil
        }
        if entry.key == "value" { return value(entry.value, standing).map { .value($0) } }
        return decoding.word("clock", entry.value, among: standing.outline.clocks).map { .due($0) }
    }

    private func value(_ node: SourceNode, _ standing: ConditionPlace.Standing) -> String? {
        decoding.word("value", node, among: standing.outline.values)
    }

    func order(_ node: SourceNode) -> Board.Order? {
        if node.entries != nil, let keys = SourceKeys(node, "an order", log) {
            let entry = keys.one(of: ["value", "flag"])
            keys.finish()
            guard let entry else { return nil }
            guard let standing else {
                log.error(node.place, "a board of appointments has no values and no flags")
                return nil
            }
            if entry.key == "value" { return value(entry.value, standing).map { .value($0) } }
            return decoding.word("flag", entry.value, among: standing.outline.flags).map { .flag($0) }
        }
        let words: [String: Board.Order] =
            isAppointments
            ? ["name": .name, "appointment-time": .appointmentTime]
            : ["due": .due, "since": .since, "name": .name, "flagged": .flagged]
        if let order = node.text.flatMap({ words[$0] }) { return order }
        refuse(node, words.keys.sorted() + (isAppointments ? [] : ["{value: …}", "{flag: …}"]))
        return nil
    }

    private func refuse(_ node: SourceNode, _ expected: [String]) {
        let found = node.text.map(Wording.quoted) ?? node.kindWords
        let guess = node.text.map { Wording.guess($0, among: expected) } ?? ""
        let board = isAppointments ? "a board of appointments" : "a board of a programme"
        log.error(
            node.place, "\(board) cannot show or order by \(found)\(guess); expected one of \(Wording.oneOf(expected))")
    }
}
