import Domain

/// Where a condition stands, and so what it may ask about.
struct ConditionPlace {
    /// For messages: "in a form".
    var words: String
    /// Whose answers `answer` looks at.
    var fields: Fields
    /// Whether there is an enrolment that `since: enrolment` can mean.
    var hasEnrolment = false
    /// The enrolment whose standing can be asked, where one is read.
    var standing: Standing?

    enum Fields {
        /// There is no form or event at hand.
        case none
        /// Every one of these types must have the field.
        case of([RecordType])
        /// One of these types must have it.
        case anyOf([RecordType])
    }

    struct Standing {
        var outline: ProgrammeOutline
        /// The kinds of the enrolment's values; `nil` where values cannot be asked because they are being read.
        var values: [String: Field.Kind]?
    }
}
