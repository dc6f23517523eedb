package import Domain

/// What stands at the head of each of a person's pages: only what the viewer may see, each part with the reason it is
/// shown.
package struct PersonView: Sendable {
    package var subject: String
    package var identity: PersonIdentity
    package var facts: [FactView]
    /// Open ones first.
    package var enrolments: [EnrolmentLine]
    package var lastSeen: LastSeen?
    package var nextAppointment: AppointmentLine?
    /// What is shown and why, by category and the agency whose record it is.
    package var shown: [ShownPart]
    /// What exists and is withheld, where that may be said.
    package var withheld: [WithheldPart]
    package var acts: PersonActs
    /// That the viewer opened the record by breaking the glass.
    package var glass: GlassBreak?
    /// How far the viewer may know whether it is known how to reach the person safely.
    package var reach: ReachSight
    package var asOf: Instant

    /// The text of a fact, where somebody whose word the viewer may see has stated it.
    package func fact(_ fact: PersonFact) -> FactView? { facts.first { $0.fact == fact } }

    /// Why a part of the record is shown; nil for one that is not.
    package func reason(for category: String, of owner: String) -> AccessReason? {
        shown.first { $0.category == category && $0.owner == owner }?.reason
    }
}

/// What may be said where no way of reaching a person safely is in view.
package enum ReachSight: Sendable, Hashable {
    /// These agencies keep such a record, which may be named and not shown.
    case withheld(owners: [String])
    /// The viewer's role sees no such record of anybody.
    case notForRole
    case notKnown
}

/// One fact of the banner, with who says so and since when.
package struct FactView: Sendable, Hashable {
    package var fact: PersonFact
    package var title: String
    package var text: String
    /// The codes of a choice, for facts that a page reads by its codes.
    package var codes: [String]
    package var by: String
    package var on: Day
}

/// When somebody last met the person, and who.
package struct LastSeen: Sendable, Hashable {
    package var at: Instant
    package var isDayOnly: Bool
    /// What the record calls it.
    package var title: String
    package var by: String
    package var agency: String
}

/// One agency's rows of one category, and why they are shown.
package struct ShownPart: Sendable, Equatable {
    package var category: String
    package var owner: String
    package var reason: AccessReason
}

/// One agency's rows of one category that exist and are not shown.
package struct WithheldPart: Sendable, Hashable {
    package var category: String
    package var owner: String
}

/// What the viewer's role may record, of the records that a person's pages have a button for; by record type.
package struct PersonActs: Sendable, Hashable {
    package var referral: String?
    package var appointment: String?
    package var consent: String?
    package var consentWithdrawal: String?
}
