package import Domain

/// A form as it was sent: texts by field, not yet read.
package struct TypedRecord: Sendable, Hashable {
    package var fields: [String: TypedField]
    /// When it occurred: empty for now, a date, or a date and a time.
    package var occurred: String

    package init(fields: [String: TypedField], occurred: String = "") {
        self.fields = fields
        self.occurred = occurred
    }

    /// What was read: answers, when it occurred, and everything that could not be read.
    package struct Reading: Sendable, Hashable {
        package var answers: [String: Answer] = [:]
        package var occurred: Moment?
        package var problems: [FieldProblem] = []
    }
}

extension RulesInForce.Snapshot {
    /// Reads a form with the options of the day on which it says it occurred.
    ///
    /// - Parameter type: with the questions that were asked (`FormView.type`).
    package func read(_ typed: TypedRecord, type: RecordType, now: Instant) -> TypedRecord.Reading {
        var reading = TypedRecord.Reading()
        let text = typed.occurred.trimmed
        if let day = Day(typed: text) {
            reading.occurred = .day(day)
        } else if let instant = Instant(typed: text) {
            reading.occurred = .instant(instant)
        } else if !text.isEmpty {
            reading.problems.append(
                FieldProblem(
                    field: "occurred", code: .unreadable,
                    message: "Enter a real date, and a time on the 24-hour clock such as 22:30 or no time."))
        }
        let options = options(of: type, on: reading.occurred?.day ?? London.day(of: now))
        for field in type.fields {
            guard let texts = typed.fields[field.id] else { continue }
            let (answer, problem) = field.read(
                texts, options: options[field.id] ?? [], today: London.day(of: now))
            if let answer { reading.answers[field.id] = answer }
            if let problem { reading.problems.append(problem) }
        }
        return reading
    }
}
