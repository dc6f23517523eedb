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
        guard texts.allSatisfy(\.isKeepable) else {
            return (nil, problem(.unreadable, "Type this again: it holds a character that cannot be kept."))
        }
        if let reason = texts.lazy.compactMap(statedReason).first {
            guard texts.count == 1 else {
                return (nil, problem(.notAnOption, "Give an answer or say why there is none, not both."))
            }
            guard missingAllowed.contains(reason) else {
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
        let (answer, problem) = read(texts, text, options: options)
        if case .day(let day)? = answer, fact == .birthDate, day > today {
            return (nil, self.problem(.outOfRange, "Enter a date of birth that is not in the future."))
        }
        return (answer, problem)
    }

    /// The reason for no answer that a text stands for. Where none may be given, the words of a text are only words.
    private func statedReason(_ text: String) -> Answer.Missing? {
        if case .text = kind, missingAllowed.isEmpty { return nil }
        guard text.hasPrefix("missing:") else { return nil }
        return Answer.Missing(rawValue: String(text.dropFirst("missing:".count)))
    }

    private func read(
        _ texts: [String], _ text: String, options: [Option]
    ) -> (answer: Answer?, problem: FieldProblem?) {
        switch kind {
        case .text(_, let limit):
            let text = codeLists.isEmpty ? text : code(text, options: options)
            guard text.utf8.count <= limit * 4, text.count <= limit else {
                return (nil, problem(.tooLong, "Use \(limit) characters or fewer."))
            }
            if fact == .phone, !text.isPhoneNumber {
                return (nil, problem(.unreadable, "Enter a phone number, such as 0115 496 0123."))
            }
            return (.text(text.replacingLineEnds), nil)
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
            if let problem = contradiction(chosen, options) { return (nil, problem) }
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
        case .person:
            guard let reference = Reference(text) else {
                return (nil, problem(.unreadable, "Enter the person’s reference, such as \(Self.sampleReference)."))
            }
            return (.reference(reference.compact), nil)
        case .worker, .agency, .venue:
            guard options.contains(where: { $0.code == text }) else {
                return (nil, problem(.notAnOption, "Choose one of the answers shown."))
            }
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

    private static var sampleReference: String { Reference.make(random: 0x12_3456_789A).text }

    func problem(_ code: FieldProblem.Code, _ message: String) -> FieldProblem {
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
