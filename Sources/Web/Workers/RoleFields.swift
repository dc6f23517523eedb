import Casework
import Domain
import Markup

/// A role as it was typed: where, as what, and from when until when.
struct RoleFields {
    var agency = ""
    var role = ""
    var team = ""
    var venue = ""
    var from: TypedDay
    var until = TypedDay()
    private(set) var problems: [Markup.FieldProblem] = []

    /// The fields as first shown.
    init(today: Day) {
        from = TypedDay(today)
    }

    init(_ fields: FormFields) {
        agency = fields.line("agency")
        role = fields.line("role")
        team = fields.line("team")
        venue = fields.line("venue")
        from = TypedDay(fields, "from")
        until = TypedDay(fields, "until")
        if agency.isEmpty { problems.append(.init(boxID: "agency", message: "Choose the agency they work for.")) }
        if role.isEmpty { problems.append(.init(boxID: "role", message: "Choose the role they act in.")) }
        problems += from.problem("from") + until.problem("until")
    }

    /// What is asked for; only to be read where there are no problems.
    var request: RoleRequest {
        RoleRequest(
            agency: agency, role: role, team: team, venue: venue.isEmpty ? nil : venue, from: from.day,
            until: until.day)
    }

    /// Which box a refusal is about.
    static func box(_ refusal: WorkerRefusal) -> String? {
        switch refusal {
        case .noSuchAgency: "agency"
        case .noSuchRole, .heldAlready: "role"
        case .noSuchPlace: "venue"
        case .endsBeforeItBegins, .dayHasPassed: "until-day"
        default: nil
        }
    }

    /// The questions, with what was typed.
    func questions(_ choices: RoleChoices, problems: [Markup.FieldProblem]) -> HTML {
        func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
        func list(_ options: [Option], _ chosen: String, _ none: String) -> [Choice] {
            [Choice("", text: none)] + options.map { Choice($0.code, text: $0.title, isChosen: $0.code == chosen) }
        }
        return """
            \(select(Field("agency", label: "Agency", error: error("agency")),
                choices: list(choices.agencies, agency, "Choose one")))
            \(select(Field("role", label: "Role", error: error("role")), choices: list(choices.roles, role, "Choose one")))
            \(input(Field("team", label: "Team (optional)", error: error("team")), value: team, width: .twenty))
            \(select(
                Field(
                    "venue", label: "Place (optional)",
                    hint: "Only where what they see depends on it, such as a custody suite", error: error("venue")),
                choices: list(choices.venues, venue, "Any place")))
            \(dateInput(Field("from", label: "First day", error: error("from-day")), boxes: from.boxes))
            \(dateInput(
                Field(
                    "until", label: "Last day (optional)", hint: "Leave it empty for a role that goes on",
                    error: error("until-day")), boxes: until.boxes))
            """
    }
}
