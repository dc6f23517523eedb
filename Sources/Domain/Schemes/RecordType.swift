/// The definition of one recordable thing.
package struct RecordType: Hashable, Sendable {
    /// Scheme-qualified, such as `core/contact`.
    package var id: String
    package var title: String
    /// What the worker is about to do, where a button or heading wants a verb: "Record a contact".
    package var prompt: String
    /// The kinds of subject it may be recorded for; `person` by default.
    package var subjects: [String]
    package var fields: [Field]
    package var scores: [Score]
    /// The roles who may complete it; empty means every role whose agency may write the categories it holds.
    package var completedBy: [String]
    /// What the engine and the use cases do with it beyond keeping it.
    package var actsAs: Meaning
    /// Where several events fall on one instant, lower ranks come first.
    package var rank: Int
    package var dayCountsAtStart: Bool
    /// The decision whose outcome is worked out from the answers and kept with the event.
    package var decision: String?
    package var source: String
    /// What cannot be so: while one of them holds, nothing is recorded.
    package var stops: [Objection] = []
    /// What is hardly ever so: recorded once the worker has read it and presses again.
    package var warnings: [Objection] = []

    package init(
        id: String, title: String, prompt: String = "", subjects: [String] = ["person"], fields: [Field] = [],
        scores: [Score] = [], completedBy: [String] = [], actsAs: Meaning = .ordinary, rank: Int = 0,
        dayCountsAtStart: Bool = false, decision: String? = nil, source: String = ""
    ) {
        self.id = id
        self.title = title
        self.prompt = prompt.isEmpty ? "Record: " + title : prompt
        self.subjects = subjects
        self.fields = fields
        self.scores = scores
        self.completedBy = completedBy
        self.actsAs = actsAs
        self.rank = rank
        self.dayCountsAtStart = dayCountsAtStart
        self.decision = decision
        self.source = source
    }

    /// Records that the machinery itself reads. A scheme says which of its record types plays which part, so no
    /// scheme's record type is named in the code.
    package enum Meaning: String, Hashable, Sendable, CaseIterable {
        case ordinary
        /// Who a person is: names, birth, sex, languages, identifiers, how to reach them safely.
        case identification
        case consent
        case consentWithdrawal = "consent-withdrawal"
        case referral
        case referralAnswer = "referral-answer"
        case appointment
        case appointmentChange = "appointment-change"
        case attendance
        /// A worker takes on, or gives up, a person.
        case acceptance
        /// A worker asks another, or another agency, to take the lead.
        case handOver = "hand-over"
        case migration
        case acknowledgement
        case joining
        case parting
        case bar
        /// Only named workers may see the person.
        case restriction
        case seal
        /// That another agency was told something of the person.
        case disclosure
        /// A notice handed to the person, which can be printed again as it was.
        case notice
    }

    package func field(_ id: String) -> Field? {
        fields.first { $0.id == id }
    }

    /// The category sections its answers are stored in, in the order of its fields.
    package var categories: [String] {
        var seen: Set<String> = []
        return fields.map(\.category).filter { seen.insert($0).inserted }
    }
}

/// A score worked out from answers, in bands.
package struct Score: Hashable, Sendable {
    package var id: String
    package var title: String
    /// The fields whose points or numbers are added.
    package var sum: [String]
    package var bands: [Band]
    package var category: String

    package init(id: String, title: String, sum: [String], bands: [Band], category: String) {
        self.id = id
        self.title = title
        self.sum = sum
        self.bands = bands
        self.category = category
    }

    package struct Band: Hashable, Sendable {
        package var from: Int
        package var title: String

        package init(from: Int, title: String) {
            self.from = from
            self.title = title
        }
    }
}
