import Domain

extension Field.Kind {
    /// What a message calls the kind: "a choice".
    var word: String {
        switch self {
        case .text: "text"
        case .choice: "a choice"
        case .choices: "a choice of several"
        case .number: "a number"
        case .day: "a day"
        case .instant: "a day and time"
        case .yesNo: "yes or no"
        case .scale: "a scale"
        case .weeks: "days in weeks"
        case .person: "a person"
        case .worker: "a worker"
        case .agency: "an agency"
        case .venue: "a venue"
        case .money: "money"
        }
    }

    /// Whether it is a point in time, which comes before or after another.
    var isMoment: Bool { self == .day || self == .instant }

    /// Whether *at least* and *at most* mean anything.
    var hasSize: Bool {
        switch self {
        case .number, .scale, .weeks, .money: true
        case .text, .choice, .choices, .day, .instant, .yesNo, .person, .worker, .agency, .venue: false
        }
    }
}
