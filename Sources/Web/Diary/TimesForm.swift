import Casework
import Domain
import Markup

/// A weekly series of times as it was typed.
struct TimesForm {
    var purpose = ""
    var venue = ""
    var room = ""
    var weekdays: [String] = []
    var times = ""
    var minutes = "45"
    var from: DateBoxes
    var weeks = "4"
    private(set) var problems: [Markup.FieldProblem] = []
    /// `nil` while a part of it cannot be read.
    private(set) var series: TimeSeries?

    /// The form as first shown.
    init(from day: Day) {
        from = DateBoxes(day: String(day.dayOfMonth), month: String(day.month), year: String(day.year))
    }

    init(_ fields: FormFields) {
        purpose = fields.line("purpose")
        venue = fields.line("venue")
        room = fields.line("room")
        weekdays = fields.all("weekdays")
        times = fields.line("times")
        minutes = fields.line("minutes")
        from = DateBoxes(
            day: fields.line("from-day"), month: fields.line("from-month"), year: fields.line("from-year"))
        weeks = fields.line("weeks")
        problems = fields.problems
        read()
    }

    private mutating func read() {
        let words = times.split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
        let read = words.compactMap { TimeOfDay($0.utf8.count == 4 ? "0" + $0 : $0) }
        if read.count < words.count {
            add("times", "Enter times on the 24-hour clock with commas between them, such as 09:30, 10:15.")
        }
        let length = Int(minutes)
        if length == nil { add("minutes", "Enter the length in minutes as a whole number.") }
        let first = Day(
            year: Int(from.year ?? "") ?? 0, month: Int(from.month ?? "") ?? 0, day: Int(from.day ?? "") ?? 0)
        if first == nil { add("from-day", "Enter a real date for the first day.") }
        let count = Int(weeks)
        if count == nil { add("weeks", "Enter the number of weeks as a whole number.") }
        guard problems.isEmpty, let length, let first, let count else { return }
        series = TimeSeries(
            purpose: purpose, venue: venue, room: room,
            weekdays: Set(weekdays.compactMap { Int($0) }.compactMap(Weekday.init(rawValue:))), times: read,
            minutes: length, from: first, weeks: count)
    }

    private mutating func add(_ box: String, _ message: String) {
        problems.append(Markup.FieldProblem(boxID: box, message: message))
    }

    /// What the rules say is wrong, at the boxes of this form.
    static func markup(_ problems: [Domain.FieldProblem]) -> [Markup.FieldProblem] {
        problems.map {
            Markup.FieldProblem(boxID: $0.field == "from" ? "from-day" : $0.field, message: $0.message)
        }
    }
}
