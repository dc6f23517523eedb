/// An answer of a story, before it is drawn.
package indirect enum DemoValue: Sendable {
    case fixed(Answer)
    /// One of these; `nil` leaves the question unanswered.
    case drawn([Weighted<DemoValue?>])
    /// As an earlier record of the story answered it; nothing where it did not.
    case from(label: String, field: String)
    /// Text in which each `#` becomes a digit and `YY` the year's last two.
    case pattern(String)
    case number(ClosedRange<Int>)
    /// A day so many days from the record's own: negative is before.
    case days(ClosedRange<Int>)
    /// A moment so many minutes after the record's own.
    case minutes(ClosedRange<Int>)
    /// The worker who plays a part of the cast.
    case worker(String)
}

/// A length of time within bounds.
package struct DemoDelay: Sendable, Hashable {
    package var amount: ClosedRange<Int>
    package var unit: Unit
    /// The time of day it is moved to, where it is counted in days.
    package var between: ClosedRange<TimeOfDay>?

    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case minutes
        case hours
        case days
        case workingDays = "working days"
        case weeks
    }

    package init(amount: ClosedRange<Int>, unit: Unit, between: ClosedRange<TimeOfDay>? = nil) {
        self.amount = amount
        self.unit = unit
        self.between = between
    }
}

/// What a record of a story answers to one question.
package struct DemoAnswer: Sendable {
    package var field: String
    package var value: DemoValue

    package init(_ field: String, _ value: DemoValue) {
        self.field = field
        self.value = value
    }
}

/// A part of the cast: who does what a story tells.
package struct DemoPart: Sendable, Hashable {
    package var id: String
    package var player: Player

    package enum Player: Sendable, Hashable {
        /// Whoever is on this rota at the time.
        case rota(String)
        /// One worker of this role, the same throughout a person's life; never the one who plays `butNot`.
        case role(String, agency: String?, butNot: String?)
        /// Always this worker, by sign-in name.
        case worker(String)
    }

    package init(id: String, player: Player) {
        self.id = id
        self.player = player
    }
}
