extension Field {
    /// What is wrong with an answer that came as a value and was not read from typed text; `nil` when the field can hold
    /// it.
    ///
    /// - Parameter options: the codes that may be chosen on the judged day.
    package func misfit(_ answer: Answer, options: [Option]) -> FieldProblem? {
        let isOption = { (code: String) in options.contains { $0.code == code } }
        switch (kind, answer) {
        case (_, .missing(let reason)):
            return missingAllowed.contains(reason) ? nil : problem(.notAnOption, "Choose one of the answers shown.")
        case (.text(_, let limit), .text(let text)):
            if text.count > limit { return problem(.tooLong, "Use \(limit) characters or fewer.") }
            return text.isKeepable ? nil : problem(.unreadable, "It holds a character that cannot be kept.")
        case (.choice, .choice(let code)), (.worker, .reference(let code)), (.agency, .reference(let code)),
            (.venue, .reference(let code)):
            return isOption(code) ? nil : problem(.notAnOption, "Choose one of the answers shown.")
        case (.choices, .choices(let codes)):
            let isFit = !codes.isEmpty && codes.allSatisfy(isOption) && Set(codes).count == codes.count
            return isFit ? contradiction(codes, options) : problem(.notAnOption, "Choose from the answers shown.")
        case (.number(let unit, let range, let whole), .number(let number)):
            return misfit(number, range: range, whole: whole, unit: unit)
        case (.scale(let low, let high, _, _), .number(let number)):
            return misfit(number, range: Quantity(whole: low)...Quantity(whole: high), whole: true, unit: "")
        case (.weeks(let count), .weeks(let weeks)):
            let isFit = weeks.count == count && weeks.allSatisfy { week in week.map { (0...7).contains($0) } ?? true }
            return isFit ? nil : problem(.outOfRange, "Enter the days in each of the \(count) weeks, from 0 to 7.")
        case (.person, .reference(let text)):
            return Reference(text)?.compact == text ? nil : problem(.unreadable, "Enter the person’s reference.")
        case (.day, .day), (.instant, .instant), (.yesNo, .yesNo): return nil
        case (.money, .money(let pence)):
            return pence >= 0 ? nil : problem(.outOfRange, "Enter an amount of 0 or more.")
        default: return problem(.unreadable, "This answer is not of the kind the question asks for.")
        }
    }

    /// What is ticked beside an answer that excludes the others.
    func contradiction(_ codes: [String], _ options: [Option]) -> FieldProblem? {
        guard codes.count > 1, let alone = options.first(where: { $0.excludesOthers && codes.contains($0.code) }) else {
            return nil
        }
        return problem(.notAnOption, "Tick “\(alone.title)” alone, or take its tick away and leave the others.")
    }

    /// The code that was meant, in the spelling of its list: capitals and outer spaces make no difference, and a title from
    /// the list stands for its code. What is in no list is kept as a code is written, in capitals.
    package func code(_ text: String, options: [Option]) -> String {
        let folded = text.trimmed.uppercased()
        let meant =
            options.first { $0.code.uppercased() == folded } ?? options.first { $0.title.uppercased() == folded }
        return meant?.code ?? folded
    }

    func misfit(_ number: Quantity, range: ClosedRange<Quantity>?, whole: Bool, unit: String) -> FieldProblem? {
        if whole, number.thousandths % 1_000 != 0 { return problem(.unreadable, "Enter a whole number.") }
        guard let range, !range.contains(number) else { return nil }
        let words = unit.isEmpty ? "" : " " + unit
        return problem(
            .outOfRange, "Enter a number from \(range.lowerBound.text) to \(range.upperBound.text)\(words).")
    }
}

extension RecordType {
    /// Answers with their codes in the spelling of the lists they are from.
    package func spelling(_ answers: [String: Answer], options: [String: [Option]]) -> [String: Answer] {
        var spelled = answers
        for field in fields where !field.codeLists.isEmpty {
            guard case .text(let text)? = answers[field.id] else { continue }
            spelled[field.id] = .text(field.code(text, options: options[field.id] ?? []))
        }
        return spelled
    }
}

extension String {
    /// Whether it can be a phone number: five digits or more, with what people write between and after them.
    var isPhoneNumber: Bool {
        let digits = unicodeScalars.count { ("0"..."9").contains($0) }
        let rest = lowercased().replacing("ext", with: "")
        return digits >= 5 && rest.unicodeScalars.allSatisfy { "0123456789 +()-./x#,".unicodeScalars.contains($0) }
    }
}
