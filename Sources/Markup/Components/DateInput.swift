/// The three boxes of a date as they were typed, and which of them are wrong.
package struct DateBoxes: Sendable {
    package enum Part: String, CaseIterable, Sendable {
        case day, month, year

        var title: String {
            switch self {
            case .day: "Day"
            case .month: "Month"
            case .year: "Year"
            }
        }

        var width: InputWidth { self == .year ? .four : .two }
    }

    package var day: String?
    package var month: String?
    package var year: String?
    package var wrong: Set<Part>

    /// With an error and no part named, all three boxes are marked.
    package init(day: String? = nil, month: String? = nil, year: String? = nil, wrong: Set<Part> = []) {
        self.day = day
        self.month = month
        self.year = year
        self.wrong = wrong
    }

    func value(_ part: Part) -> String? {
        switch part {
        case .day: day
        case .month: month
        case .year: year
        }
    }
}

/// A day in three boxes, posted as `name-day`, `name-month` and `name-year`; those are their ids too.
package func dateInput(_ field: Field, boxes: DateBoxes = DateBoxes()) -> HTML {
    let items: [HTML] = DateBoxes.Part.allCases.map { part in
        let isWrong = field.error != nil && (boxes.wrong.isEmpty || boxes.wrong.contains(part))
        let classes = ClassList("govuk-input govuk-date-input__input").adding(part.width.modifier)
            .adding("govuk-input--error", if: isWrong)
        let id = "\(field.id)-\(part.rawValue)"
        return """
            <div class="govuk-date-input__item"><div class="govuk-form-group">
            \(label(part.title, for: id, classes: "govuk-date-input__label"))
            <input\(classes) id="\(id)" name="\(field.name)-\(part.rawValue)" type="text"\
            \(attribute: "value", boxes.value(part)) inputmode="numeric">
            </div></div>

            """
    }
    return field.group(
        fieldsetRole: "group", "<div class=\"govuk-date-input\" id=\"\(field.id)\">\n\(items)</div>")
}
