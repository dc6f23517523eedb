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
            return isFit ? nil : problem(.notAnOption, "Choose from the answers shown.")
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

    func misfit(_ number: Quantity, range: ClosedRange<Quantity>?, whole: Bool, unit: String) -> FieldProblem? {
        if whole, number.thousandths % 1_000 != 0 { return problem(.unreadable, "Enter a whole number.") }
        guard let range, !range.contains(number) else { return nil }
        let words = unit.isEmpty ? "" : " " + unit
        return problem(
            .outOfRange, "Enter a number from \(range.lowerBound.text) to \(range.upperBound.text)\(words).")
    }
}
