/// What somebody typed or chose for one field, as text, before it is read.
package struct TypedField: Hashable, Sendable {
    /// One text for most kinds; each ticked code for a multiple choice; each week of a grid.
    package var texts: [String]

    package init(_ texts: [String]) { self.texts = texts }

    package var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }
}

/// What is wrong with one answer: the rule, in words a worker can act on. The page adds which question it is about.
package struct FieldProblem: Hashable, Sendable {
    package var field: String
    package var code: Code
    package var message: String

    package init(field: String, code: Code, message: String) {
        self.field = field
        self.code = code
        self.message = message
    }

    package enum Code: String, Hashable, Sendable {
        case missing
        case unreadable
        case outOfRange = "out-of-range"
        case notAnOption = "not-an-option"
        case tooLong = "too-long"
        case refused
    }
}

extension Field {
    /// Reads what was typed; `nil` answer and no problem when nothing was.
    ///
    /// - Parameters:
    ///   - options: the codes that may be chosen on the judged day.
    ///   - today: for identifiers and to place a two-digit year.
    package func read(
        _ typed: TypedField, options: [Option], today: Day
    ) -> (answer: Answer?, problem: FieldProblem?) {
        let texts = typed.texts.map(\.trimmed).filter { !$0.isEmpty }
        guard let text = texts.first else { return (nil, nil) }
        if text.hasPrefix("missing:") {
            let reason = Answer.Missing(rawValue: String(text.dropFirst("missing:".count)))
            guard let reason, missingAllowed.contains(reason) else {
                return (nil, problem(.notAnOption, "Choose one of the answers shown."))
            }
            return (.missing(reason), nil)
        }
        if let kind = fact.flatMap(IdentifierKind.init(fact:)) {
            switch kind.check(text, today: today) {
            case .success(let identifier): return (.text(identifier.value), nil)
            case .failure(let fault): return (nil, problem(.unreadable, fault.message))
            }
        }
        return read(texts, text, options: options)
    }

    private func read(
        _ texts: [String], _ text: String, options: [Option]
    ) -> (answer: Answer?, problem: FieldProblem?) {
        switch kind {
        case .text(_, let limit):
            guard text.utf8.count <= limit * 4, text.count <= limit else {
                return (nil, problem(.tooLong, "Use \(limit) characters or fewer."))
            }
            return (.text(text), nil)
        case .choice:
            guard options.contains(where: { $0.code == text }) else {
                return (nil, problem(.notAnOption, "Choose one of the answers shown."))
            }
            return (.choice(text), nil)
        case .choices:
            let chosen = options.map(\.code).filter(texts.contains)
            guard chosen.count == Set(texts).count else {
                return (nil, problem(.notAnOption, "Choose from the answers shown."))
            }
            return (.choices(chosen), nil)
        case .number(let unit, let range, let whole):
            return number(text, range: range, whole: whole, unit: unit)
        case .scale(let low, let high, _, _):
            return number(text, range: Quantity(whole: low)...Quantity(whole: high), whole: true, unit: "")
        case .day:
            guard let day = Day(typed: text) else {
                return (nil, problem(.unreadable, "Enter a real date, such as 2 5 2013 for 2 May 2013."))
            }
            return (.day(day), nil)
        case .instant:
            guard let instant = Instant(typed: text) else {
                return (nil, problem(.unreadable, "Enter a real date and a time, such as 2 5 2013 and 22:30."))
            }
            return (.instant(instant), nil)
        case .yesNo:
            guard text == "yes" || text == "no" else {
                return (nil, problem(.notAnOption, "Choose yes or no."))
            }
            return (.yesNo(text == "yes"), nil)
        case .weeks(let count):
            return weeks(texts, count: count)
        case .person, .worker, .agency, .venue:
            return (.reference(text), nil)
        case .money:
            guard let amount = Quantity(text.droppingPoundSign), amount.thousandths >= 0,
                amount.thousandths % 10 == 0
            else { return (nil, problem(.unreadable, "Enter an amount in pounds, such as 12.50.")) }
            return (.money(pence: amount.thousandths / 10), nil)
        }
    }

    private func number(
        _ text: String, range: ClosedRange<Quantity>?, whole: Bool, unit: String
    ) -> (answer: Answer?, problem: FieldProblem?) {
        guard let number = Quantity(text), !whole || number.thousandths % 1_000 == 0 else {
            return (nil, problem(.unreadable, whole ? "Enter a whole number." : "Enter a number, such as 12 or 12.5."))
        }
        if let range, !range.contains(number) {
            let words = unit.isEmpty ? "" : " " + unit
            return (
                nil,
                problem(
                    .outOfRange,
                    "Enter a number from \(range.lowerBound.text) to \(range.upperBound.text)\(words).")
            )
        }
        return (.number(number), nil)
    }

    private func weeks(_ texts: [String], count: Int) -> (answer: Answer?, problem: FieldProblem?) {
        var weeks: [Int?] = []
        for text in texts {
            if text == "-" {
                weeks.append(nil)
            } else if let days = Quantity(text), (0...7_000).contains(days.thousandths), days.thousandths % 1_000 == 0 {
                weeks.append(Int(days.thousandths / 1_000))
            } else {
                return (nil, problem(.outOfRange, "Enter the days in each week, from 0 to 7."))
            }
        }
        guard weeks.count == count else {
            return (nil, problem(.missing, "Enter the days in each of the \(count) weeks, from 0 to 7."))
        }
        return (.weeks(weeks), nil)
    }

    private func problem(_ code: FieldProblem.Code, _ message: String) -> FieldProblem {
        FieldProblem(field: id, code: code, message: message)
    }
}

extension IdentifierKind {
    /// The identifier a fact states, where it is one.
    package init?(fact: PersonFact) {
        switch fact {
        case .pnc: self = .pnc
        case .cro: self = .cro
        case .arrestSummons: self = .arrestSummons
        case .prisonNumber: self = .prisonNumber
        case .crn: self = .crn
        case .nhs: self = .nhs
        case .custodyRecord: self = .custodyRecord
        default: return nil
        }
    }
}

extension Day {
    /// Reads a date as typed: "2 5 2013", "02/05/2013", "2-5-2013" or "2013-05-02".
    package init?(typed text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let parts = text.split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "." }.map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1800 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}

extension Instant {
    /// Reads a London date and time as typed: "2 5 2013 22:30", "2013-05-02 22:30"; or an ISO instant.
    package init?(typed text: String) {
        if let instant = Instant(text) {
            self = instant
            return
        }
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let last = parts.last, let time = TimeOfDay(typed: String(last)),
            let day = Day(typed: parts.dropLast().joined(separator: " "))
        else { return nil }
        self = London.instant(day, time)
    }
}

extension TimeOfDay {
    /// Reads a time as typed: "22:30", "22.30", "2230", "9:05".
    package init?(typed text: String) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let marks = text.filter { !($0.isASCII && $0.isNumber) }
        guard marks.isEmpty || marks == ":" || marks == ".", (3...4).contains(digits.count),
            let hour = Int(digits.dropLast(2)), let minute = Int(digits.suffix(2))
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

extension String {
    /// Without spaces and line ends around it.
    package var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }

    fileprivate var droppingPoundSign: String {
        hasPrefix("£") ? String(dropFirst()) : self
    }
}
