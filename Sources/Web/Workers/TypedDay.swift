import Domain
import Markup

/// A day as it was typed into three boxes.
struct TypedDay {
    var boxes: DateBoxes
    let isEmpty: Bool
    /// nil while it is no real day.
    let day: Day?

    /// The boxes filled with a day, or empty.
    init(_ day: Day? = nil) {
        boxes = DateBoxes(
            day: day.map { String($0.dayOfMonth) }, month: day.map { String($0.month) },
            year: day.map { String($0.year) })
        self.day = day
        isEmpty = day == nil
    }

    init(_ fields: FormFields, _ name: String) {
        let parts = ["day", "month", "year"].map { fields.line("\(name)-\($0)") }
        boxes = DateBoxes(day: parts[0], month: parts[1], year: parts[2])
        isEmpty = parts.allSatisfy(\.isEmpty)
        day = Day(year: Int(parts[2]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[0]) ?? 0)
    }

    /// What is wrong with it where it may be left out.
    func problem(_ name: String) -> [Markup.FieldProblem] {
        isEmpty || day != nil
            ? []
            : [
                Markup.FieldProblem(
                    boxID: "\(name)-day", message: "Enter a real date, such as 27 3 2027, or leave it empty.")
            ]
    }
}
