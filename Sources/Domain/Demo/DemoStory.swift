/// A story somebody lives through: when it begins, and what is recorded of it.
package struct DemoStory: Sendable {
    package var id: String
    package var title: String
    package var share: Share
    /// The profile of the person it happens to.
    package var profile: String
    package var start: Start
    package var parts: [StoryPart]

    package enum Share: Sendable, Hashable {
        /// Exactly so many people live it first.
        case people(Int)
        /// Drawn for the rest, by weight.
        case weight(Int)
        /// Only where a counted set names it.
        case named
    }

    /// When it begins.
    package struct Start: Sendable, Hashable {
        package var when: When
        package var hours: HoursTest?
        /// How long after the beginning the hours must still hold, in minutes.
        package var minutesWithin: Int
        package var between: ClosedRange<TimeOfDay>?
        package var onWorkingDays: Bool

        package enum When: Sendable, Hashable {
            /// So many minutes before now: what is happening as somebody looks.
            case minutesAgo(ClosedRange<Int>)
            /// So many days before today.
            case daysAgo(ClosedRange<Int>)
            /// Within the month that a counted set asks for.
            case inMonth
        }

        package init(
            when: When, hours: HoursTest?, minutesWithin: Int, between: ClosedRange<TimeOfDay>?, onWorkingDays: Bool
        ) {
            self.when = when
            self.hours = hours
            self.minutesWithin = minutesWithin
            self.between = between
            self.onWorkingDays = onWorkingDays
        }
    }

    package init(
        id: String, title: String, share: Share, profile: String, start: Start, parts: [StoryPart]
    ) {
        self.id = id
        self.title = title
        self.share = share
        self.profile = profile
        self.start = start
        self.parts = parts
    }
}

package indirect enum StoryPart: Sendable {
    case record(DemoRecord)
    /// One of these, by weight.
    case either([Weighted<[StoryPart]>])
    /// With so many chances in a hundred.
    case maybe(percent: Int, [StoryPart])
    case again(times: ClosedRange<Int>, [StoryPart])
}

/// Something recorded in a story.
package struct DemoRecord: Sendable {
    /// What later parts of the story call it.
    package var label: String
    /// Scheme-qualified record type.
    package var type: String
    /// A name of the plan's cast.
    package var by: String
    package var timing: Timing
    /// Facts of the person that it states.
    package var facts: [PersonFact]
    /// Answers that belong together, one line of each drawn as a whole: an offence and its code.
    package var bundles: [[Weighted<[DemoAnswer]>]]
    package var answers: [DemoAnswer]
    package var booking: Booking?
    package var correction: Correction?
    /// Left out when the worker's agency has recorded one of this type for the person already.
    package var onlyOnce: Bool

    package enum Timing: Sendable {
        case after(DemoDelay)
        /// So many minutes after a time that an earlier record names.
        case at(label: String, field: String, plusMinutes: ClosedRange<Int>)
    }

    /// A time of a diary, taken for the person.
    package struct Booking: Sendable {
        package var purpose: String
        package var within: DemoDelay

        package init(purpose: String, within: DemoDelay) {
            self.purpose = purpose
            self.within = within
        }
    }

    package struct Correction: Sendable {
        package var kind: Kind
        package var label: String
        package var reason: String

        package enum Kind: String, Sendable, CaseIterable {
            case amends
            case withdraws
        }

        package init(kind: Kind, label: String, reason: String) {
            self.kind = kind
            self.label = label
            self.reason = reason
        }
    }

    package init(
        label: String, type: String, by: String, timing: Timing, facts: [PersonFact] = [],
        bundles: [[Weighted<[DemoAnswer]>]] = [],
        answers: [DemoAnswer] = [], booking: Booking? = nil, correction: Correction? = nil,
        onlyOnce: Bool = false
    ) {
        self.label = label
        self.type = type
        self.by = by
        self.timing = timing
        self.facts = facts
        self.bundles = bundles
        self.answers = answers
        self.booking = booking
        self.correction = correction
        self.onlyOnce = onlyOnce
    }
}
