/// One way of reaching a person, and whether using it is safe for them. What is not said to be safe is not used.
package struct SafeContact: Hashable, Sendable {
    /// How the person is reached.
    package enum Channel: String, CaseIterable, Hashable, Sendable {
        case phone, text, letter, email
        case inPerson = "in-person"
        /// Through somebody the person has named, who knows.
        case namedPerson = "named-person"
    }

    /// What the person said about its safety for them.
    package enum Safety: Hashable, Sendable {
        case yes
        case no
        /// Safe on a condition that the worker must check first, in words: "she answers herself".
        case onlyWhen(String)
    }

    /// What the record says about using this way at one instant.
    package enum Answer: Hashable, Sendable {
        case use
        case useWhen(String)
        case doNotUse
        /// Safe, but not at this hour; `next` is when it is, if it is again.
        case notNow(next: Instant?)
    }

    /// How the person is reached.
    package let channel: Channel
    /// The number, the address, the place, or the named person and how to reach them.
    package let value: String
    /// What the person said about its safety for them.
    package let safety: Safety
    /// What else the worker should know: "do not leave a voicemail".
    package let note: String?
    /// When it is safe; nil for any hour.
    package let hours: OpeningHours?

    /// Safety is always said: there is no default for it.
    package init(
        _ channel: Channel, _ value: String, safety: Safety, note: String? = nil, hours: OpeningHours? = nil
    ) {
        self.channel = channel
        self.value = value
        self.safety = safety
        self.note = note
        self.hours = hours
    }

    /// Whether a worker may use this way at `instant`. Hours bind even where the condition is met.
    package func answer(at instant: Instant) -> Answer {
        if safety == .no { return .doNotUse }
        if let hours, !hours.isOpen(at: instant) { return .notNow(next: hours.nextOpening(after: instant)) }
        if case .onlyWhen(let condition) = safety { return .useWhen(condition) }
        return .use
    }
}
