extension SubjectFold {
    /// The events in force, in order, each with the instant it counts at.
    package var eventsInForce: Zip2Sequence<[Event], [Instant]> { zip(history, instants) }

    /// What the record says of a fact about the person, with the event that says so.
    package func fact(_ fact: PersonFact) -> (answer: Answer, event: Event)? {
        facts[fact].map { ($0.answer, history[$0.index]) }
    }
}
