extension Field {
    /// An answer as somebody would have typed it into this field: what `read` reads back as the same answer.
    package func typed(_ answer: Answer) -> TypedField {
        switch answer {
        case .missing(let reason): TypedField(["missing:" + reason.rawValue])
        case .choices(let codes): TypedField(codes)
        case .day(let day): TypedField([day.typed])
        case .instant(let instant): TypedField(["\(London.day(of: instant).typed) \(London.time(of: instant).text)"])
        case .weeks(let weeks): TypedField(weeks.map { $0.map(String.init) ?? "-" })
        case .money(let pence): TypedField([Quantity(thousandths: pence * 10).text])
        case .text, .choice, .number, .yesNo, .reference: TypedField([answer.codes.first ?? ""])
        }
    }
}

extension Day {
    /// "2 5 2013": the three boxes of a date in their order.
    package var typed: String { "\(dayOfMonth) \(month) \(year)" }
}
