import Casework
import Domain
import Markup

/// The end of a role as typed: which one, and now or on which day.
struct RoleEndForm {
    /// `ROLE@AGENCY`.
    var role = ""
    var when = ""
    var day = TypedDay()
    private(set) var problems: [Markup.FieldProblem] = []

    init() {}

    init(_ fields: FormFields) {
        role = fields.line("end-role")
        when = fields.line("end-when")
        day = TypedDay(fields, "end-on")
        if parts == nil { problems.append(.init(boxID: "end-role", message: "Choose the role that ends.")) }
        if when != "now", when != "on" {
            problems.append(.init(boxID: "end-when", message: "Choose whether it ends now or on a day."))
        }
        if when == "on", day.day == nil {
            problems.append(.init(boxID: "end-on-day", message: "Enter the last day of the role, such as 27 3 2027."))
        }
        problems += fields.problems
    }

    var parts: (role: String, agency: String)? {
        let parts = role.split(separator: "@", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    /// The last day; nil for now.
    var last: Day? { when == "on" ? day.day : nil }

    static func box(_ refusal: WorkerRefusal) -> String? {
        switch refusal {
        case .endsBeforeItBegins, .dayHasPassed: "end-on-day"
        default: "end-role"
        }
    }

    func questions(_ view: WorkerView, error: (String) -> String?) -> HTML {
        let open = view.worker.roles.filter { $0.state != .over }
        let onDay = dateInput(Field("end-on", label: "Its last day", error: error("end-on-day")), boxes: day.boxes)
        return """
            \(radios(
                Field("end-role", label: "Which role?", error: error("end-role")),
                choices: open.map {
                    let value = "\($0.role)@\($0.agency)"
                    return Choice(
                        value, text: "\($0.roleTitle), \($0.agencyTitle)", isChosen: value == role || open.count == 1)
                }))
            \(radios(
                Field("end-when", label: "When does it end?", error: error("end-when")),
                choices: [
                    Choice(
                        "now", text: "Now", hint: "Whoever acts in it is signed out at the next click",
                        isChosen: when == "now"),
                    Choice("on", text: "At the end of a day", isChosen: when == "on", conditional: onDay),
                ]))
            \(button("End the role"))
            """
    }
}
