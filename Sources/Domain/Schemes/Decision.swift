/// A decision table: ordered rules, each with an outcome and a sentence; the first whose condition holds fires.
package struct Decision: Hashable, Sendable {
    package var id: String
    package var question: String
    package var source: String
    package var editions: [Edition]

    package init(id: String, question: String, source: String = "", editions: [Edition]) {
        self.id = id
        self.question = question
        self.source = source
        self.editions = editions
    }

    /// The table as it was between two days, both included.
    package struct Edition: Hashable, Sendable {
        package var title: String
        package var from: Day?
        package var until: Day?
        package var rules: [Rule]

        package init(title: String, from: Day? = nil, until: Day? = nil, rules: [Rule]) {
            self.title = title
            self.from = from
            self.until = until
            self.rules = rules
        }

        package func isInForce(on day: Day) -> Bool {
            if let from, day < from { return false }
            if let until, day > until { return false }
            return true
        }
    }

    package struct Rule: Hashable, Sendable {
        package var id: String
        package var when: Condition
        package var outcome: String
        package var title: String
        package var because: String
        package var source: String
        /// What it finds is said as a warning, and never as a success.
        package var warns = false

        package init(
            id: String, when: Condition, outcome: String, title: String, because: String, source: String = ""
        ) {
            self.id = id
            self.when = when
            self.outcome = outcome
            self.title = title
            self.because = because
            self.source = source
        }
    }

    /// What was decided, by which rule of which edition.
    package struct Finding: Hashable, Sendable {
        package var edition: String
        package var rule: String
        package var outcome: String
        package var title: String
        package var because: String
        package var source: String
        /// Said as a warning.
        package var warns = false
    }

    /// The edition in force on a day; `nil` when the decision was not made then.
    package func edition(on day: Day) -> Edition? {
        editions.first { $0.isInForce(on: day) }
    }
}
