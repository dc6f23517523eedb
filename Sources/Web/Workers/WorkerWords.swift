import Casework
import Domain

/// What a refusal about a worker says: the rule, and what to do.
enum WorkerWords {
    static func message(_ refusal: WorkerRefusal) -> String {
        switch refusal {
        case .noSuchRole: "Choose a role of the rules in force."
        case .noSuchAgency: "Choose an agency of the partnership."
        case .noSuchPlace: "Choose a place of the partnership, or any place."
        case .endsBeforeItBegins: "The last day lies before the first. Enter a last day on or after it."
        case .dayHasPassed(let day): "\(day.text) has passed. Enter today or a later day."
        case .heldAlready:
            "They hold this role for this agency already. To change its last day, end it on a day."
        case .notHeld: "This role is over already. Look at the roles again."
        case .lastAdministrator:
            """
            Nobody else administers the partnership without a last day, and somebody must. First give somebody else an \
            administrator’s role without a last day.
            """
        case .hasLeft: "They have left. Give them a role first, then a password."
        case .keyUsedForSomethingElse:
            "This form was sent before with other answers. Look at what was kept, then try again."
        case .busy: "Many passwords are being checked at this moment. Nothing was changed. Try again in a minute."
        }
    }

    /// "19 November 2026 at 02:10".
    static func time(_ instant: Instant) -> String {
        "\(London.day(of: instant).text) at \(London.time(of: instant).text)"
    }

    static func secondFactor(_ state: WorkerLine.SecondFactor) -> String {
        switch state {
        case .none: "Not set up"
        case .given: "Key given, not used yet"
        case .used: "Set up"
        }
    }
}
