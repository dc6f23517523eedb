import Casework
import Domain
import Markup

/// A shift as it was typed.
struct ShiftForm {
    var rota = ""
    var worker = ""
    var day: DateBoxes
    var from = ""
    var until = ""
    private(set) var problems: [Markup.FieldProblem] = []
    /// `nil` while a part of it cannot be read.
    private(set) var request: ShiftRequest?

    /// The form as first shown.
    init(_ view: DutyRotaView) {
        day = DateBoxes(
            day: String(view.from.dayOfMonth), month: String(view.from.month), year: String(view.from.year))
    }

    init(_ fields: FormFields) {
        rota = fields.line("rota")
        worker = fields.line("worker")
        day = DateBoxes(day: fields.line("day-day"), month: fields.line("day-month"), year: fields.line("day-year"))
        from = fields.line("from")
        until = fields.line("until")
        problems = fields.problems
        read()
    }

    private mutating func read() {
        func check(_ isRight: Bool, _ box: String, _ message: String) {
            if !isRight { problems.append(Markup.FieldProblem(boxID: box, message: message)) }
        }
        let first = Day(
            year: Int(day.year ?? "") ?? 0, month: Int(day.month ?? "") ?? 0, day: Int(day.day ?? "") ?? 0)
        let (start, end) = (Self.time(from), Self.time(until))
        check(!rota.isEmpty, "rota", "Choose a rota.")
        check(!worker.isEmpty, "worker", "Choose a worker.")
        check(first != nil, "day-day", "Enter a real date.")
        check(start != nil, "from", "Enter the start on the 24-hour clock, such as 08:00.")
        check(end != nil, "until", "Enter the end on the 24-hour clock, such as 20:00.")
        guard problems.isEmpty, let first, let start, let end else { return }
        let last = end <= start ? first.adding(days: 1) : first
        request = ShiftRequest(
            rota: rota, worker: worker, start: London.instant(first, start), end: London.instant(last, end))
    }

    private static func time(_ text: String) -> TimeOfDay? {
        TimeOfDay(text.utf8.count == 4 ? "0" + text : text)
    }
}
