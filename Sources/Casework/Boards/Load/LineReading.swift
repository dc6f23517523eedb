import Domain

/// Reads one line of a list into answers of the record and of who the person is.
struct LineReading {
    let file: ListFile
    let record: RecordType
    let identification: RecordType
    let rules: RulesInForce.Snapshot
    let viewer: Viewer
    let now: Instant

    /// What a line says.
    struct Read: Sendable {
        var key: String
        var occurred: Moment?
        var record: [String: Answer] = [:]
        var identity: [String: Answer] = [:]
        var problems: [ListProblem] = []
    }

    func read(_ line: CommaSeparated.Line) -> Read {
        var read = Read(key: file.text(file.load.key, of: line))
        if read.key.isEmpty {
            read.problems.append(
                ListProblem(column: file.load.key, message: "It is empty, and it is what tells one stay from another."))
        }
        for column in file.load.columns {
            let text = file.text(column.heading, of: line)
            guard !text.isEmpty else { continue }
            switch column.target {
            case .occurred: occurred(text, column.heading, &read)
            case .field(let id): answer(text, record.field(id), column.heading, &read.record, &read.problems)
            case .fact(let fact):
                let field = identification.fields.first { $0.fact == fact }
                answer(text, field, column.heading, &read.identity, &read.problems)
            }
        }
        // What the record needs and the list does not say is answered as the form would have filled it in.
        let nothing = SubjectFold(subject: "", definitions: rules.definitions)
        let filled = nothing.prefill(record, at: now, viewer: viewer, rules: rules)
        for field in record.fields where field.required && read.record[field.id] == nil {
            read.record[field.id] = filled[field.id]?.answer
        }
        return read
    }

    private func occurred(_ text: String, _ heading: String, _ read: inout Read) {
        if let day = Day(typed: text) {
            read.occurred = .day(day)
        } else if let instant = Instant(typed: text) {
            read.occurred = .instant(instant)
        } else {
            read.problems.append(
                ListProblem(column: heading, message: "“\(text)” is not a date and time, such as 02/05/2013 22:30."))
        }
        if let occurred = read.occurred, occurred.instant(dayCountsAtStart: true) > now {
            read.problems.append(ListProblem(column: heading, message: "“\(text)” is in the future."))
        }
    }

    private func answer(
        _ text: String, _ field: Field?, _ heading: String, _ answers: inout [String: Answer],
        _ problems: inout [ListProblem]
    ) {
        // A column that this role is not asked about, or that its record does not hold, is passed over.
        guard let field else { return }
        let day = London.day(of: now)
        let options = rules.options(of: RecordType(id: "", title: "", fields: [field]), on: day)[field.id] ?? []
        let typed = TypedField([field.code(for: text, options: options) ?? text])
        let (answer, problem) = field.read(typed, options: options, today: day)
        if let answer { answers[field.id] = answer }
        if let problem { problems.append(ListProblem(column: heading, message: "“\(text)”: \(problem.message)")) }
    }
}

extension Field {
    /// The code that another system's word means: its own code, its title, or its beginning where only one begins so.
    fileprivate func code(for text: String, options: [Option]) -> String? {
        let word = SearchKey.name(text)
        if case .yesNo = kind {
            return ["y", "yes", "true", "1"].contains(word)
                ? "yes" : ["n", "no", "false", "0"].contains(word) ? "no" : nil
        }
        if let exact = options.first(where: { SearchKey.name($0.code) == word || SearchKey.name($0.title) == word }) {
            return exact.code
        }
        let beginning = options.filter { SearchKey.name($0.title).hasPrefix(word) }
        return beginning.count == 1 ? beginning[0].code : nil
    }
}

/// What is wrong with one line of a list.
package struct ListProblem: Sendable, Hashable {
    /// The heading of the column; `nil` for the line as a whole.
    package var column: String?
    package var message: String
}
