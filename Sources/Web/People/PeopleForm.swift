import Casework
import Domain
import Markup

/// What was typed to search for people: kept as it was typed, and what is wrong with it.
struct PeopleForm {
    var family = ""
    var given = ""
    var born = DateBoxes()
    var number = ""
    private(set) var problems: [Markup.FieldProblem] = []

    init() {}

    init(_ form: FormFields) {
        family = form.line("family")
        given = form.line("given")
        number = form.line("number")
        born = DateBoxes(
            day: form.line("born-day"), month: form.line("born-month"), year: form.line("born-year"))
        problems = form.problems
        if isBornTyped, bornDay == nil {
            problems.append(
                Markup.FieldProblem(boxID: "born-day", message: "Enter a real date of birth, such as 27 3 1985"))
        }
        if problems.isEmpty, query.isEmpty {
            problems.append(
                Markup.FieldProblem(boxID: "family", message: "Enter a name, a date of birth or a number"))
        }
    }

    var query: PeopleQuery { PeopleQuery(family: family, given: given, born: bornDay, numbers: [number]) }

    private var isBornTyped: Bool { [born.day, born.month, born.year].contains { !($0 ?? "").isEmpty } }

    private var bornDay: Day? {
        guard let day = Int(born.day ?? ""), let month = Int(born.month ?? ""), let year = Int(born.year ?? ""),
            year >= 1800
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The boxes.
    var fields: HTML {
        """
        \(input(field("family", "Family name"), value: family, width: .twenty, autocomplete: "off", isSpellchecked: false))
        \(input(field("given", "Given name"), value: given, width: .twenty, autocomplete: "off", isSpellchecked: false))
        \(dateInput(field("born", "Date of birth", hint: "For example, 27 3 1985", box: "born-day"), boxes: born))
        \(input(
            field("number", "Any number", hint: Self.numberHint), value: number, width: .twenty, autocomplete: "off",
            isSpellchecked: false))
        """
    }

    private static let numberHint =
        "PNC, CRO, arrest summons, prison, probation, NHS or custody record number, or a reference such as K7M2-9QXF-G"

    private func field(_ name: String, _ label: String, hint: String? = nil, box: String? = nil) -> Markup.Field {
        let boxID = box ?? name
        return Markup.Field(
            name, label: label, hint: hint, error: problems.first { $0.boxID == boxID }?.message)
    }

    /// What was typed, to be sent on with another button.
    var hidden: [(name: String, value: String)] {
        [
            ("family", family), ("given", given), ("born-day", born.day ?? ""), ("born-month", born.month ?? ""),
            ("born-year", born.year ?? ""), ("number", number),
        ]
    }
}
