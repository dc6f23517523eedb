/// A condition of a scheme: a tree, not a programming language. Everything the rules of a programme, a decision, a
/// form or a board can ask is one of these cases.
package indirect enum Condition: Hashable, Sendable {
    case always
    case all([Condition])
    case any([Condition])
    case none([Condition])
    /// How many events of a kind the record holds.
    case events(EventTest)
    /// What was answered in the form or event at hand.
    case answer(AnswerTest)
    /// The person's age on the day being judged.
    case age(AgeTest)
    /// Whether the subject is in another programme, and in which stage.
    case enrolled(EnrolmentTest)
    /// Whether the event at hand, or the instant being judged, lies within named opening hours.
    case hours(HoursTest)
    /// The state of a clock of this enrolment. Only where a standing is read: boards and flags.
    case clock(ClockTest)
    /// The stage of this enrolment. Only where a standing is read.
    case stage([String])
    /// A named value of this enrolment. Only where a standing is read.
    case value(AnswerTest)
    /// Whether a lead worker is in force. Only where a standing is read.
    case lead(LeadTest)
    /// When the event at hand occurred, beside another point in time.
    case record(MomentTest)
}

/// A test of one answer.
package struct AnswerTest: Hashable, Sendable {
    package var field: String
    package var comparison: Comparison

    package init(field: String, comparison: Comparison) {
        self.field = field
        self.comparison = comparison
    }

    package enum Comparison: Hashable, Sendable {
        /// One of the answer's codes is one of these.
        case isAny([String])
        /// None of the answer's codes is one of these, and there is an answer.
        case isNone([String])
        case atLeast(Quantity)
        case atMost(Quantity)
        /// Answered with something other than *not asked*, *declined* or *not known*.
        case answered
        /// Nobody touched it.
        case untouched
        case missing([Answer.Missing])
        /// The code of the answer is in a code list as it stood on the judged day.
        case inList(String)
        case notInList(String)
        /// A day or an instant, beside another point in time.
        case moment(MomentTest)
    }
}

/// Which single events are meant.
package struct EventPattern: Hashable, Sendable {
    /// Scheme-qualified record types; any of them.
    package var types: [String]
    package var answers: [AnswerTest]
    package var hours: HoursTest?
    /// Something that must hold of the record as it stood at that event.
    package var also: Condition?
    /// Only what the enrolment's own agency recorded.
    package var isOwnAgencys = false

    package init(types: [String], answers: [AnswerTest] = [], hours: HoursTest? = nil, also: Condition? = nil) {
        self.types = types
        self.answers = answers
        self.hours = hours
        self.also = also
    }
}

/// How many events match, within a period and a scope.
package struct EventTest: Hashable, Sendable {
    package var pattern: EventPattern
    /// How far back from the judged instant; `nil` is without limit.
    package var within: Span?
    /// Only events since this enrolment opened.
    package var sinceEnrolment: Bool
    /// Only the latest event of these types is looked at, whatever its answers.
    package var latestOnly: Bool
    /// Only events after the last one of these types: an arrival with no release after it.
    package var unlessLater: [String] = []
    package var atLeast: Int
    package var atMost: Int?

    package init(
        pattern: EventPattern, within: Span? = nil, sinceEnrolment: Bool = false, latestOnly: Bool = false,
        atLeast: Int = 1, atMost: Int? = nil
    ) {
        self.pattern = pattern
        self.within = within
        self.sinceEnrolment = sinceEnrolment
        self.latestOnly = latestOnly
        self.atLeast = atLeast
        self.atMost = atMost
    }
}

/// Age in completed years on the judged day. Never holds while the birth date is unknown, unless *unknown* is asked.
package enum AgeTest: Hashable, Sendable {
    case atLeast(Int)
    case under(Int)
    case unknown
}

package struct EnrolmentTest: Hashable, Sendable {
    package var programme: String
    /// Any of these stages; empty for any stage.
    package var stages: [String]

    package init(programme: String, stages: [String] = []) {
        self.programme = programme
        self.stages = stages
    }
}

package enum HoursTest: Hashable, Sendable {
    case during(String)
    case outside(String)

    package var hours: String {
        switch self {
        case .during(let id), .outside(let id): id
        }
    }
}

package struct ClockTest: Hashable, Sendable {
    package var clocks: [String]
    package var states: [Deadline.State]
    /// Also only when due within this span of the instant being judged.
    package var dueWithin: Span?

    package init(clocks: [String], states: [Deadline.State], dueWithin: Span? = nil) {
        self.clocks = clocks
        self.states = states
        self.dueWithin = dueWithin
    }
}

package enum LeadTest: String, Hashable, Sendable, CaseIterable {
    case none
    case onDuty = "on-duty"
    case accepted
}
