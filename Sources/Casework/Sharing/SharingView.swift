package import Domain

/// Who may see a person's record, and why, under their banner.
package struct SharingView: Sendable {
    package var person: PersonView
    /// In force first, then past ones; the newest first.
    package var consents: [ConsentView]
    /// What each agency can see. Nil where the viewer's role does not answer for sharing.
    package var agencies: [AgencySight]?
    /// Who has looked: those who opened the record, then those who saw the name in a list, each the newest first. Nil where the viewer's role does not answer for sharing.
    package var looks: [LookView]?
}

/// What the person agreed that one recipient may see.
package struct ConsentView: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case inForce
        /// Its last day has passed.
        case ranOut
        case withdrawn(Instant)
        /// The person was asked again.
        case renewed(Instant)
    }

    package var event: String
    package var recipient: String
    package var categories: [String]
    package var purposes: [String]
    package var isWritten: Bool
    package var from: Instant
    package var until: Day?
    package var state: State
    package var by: String
    package var agency: String
    /// The categories that the recipient may see on the strength of it alone. Nil where that is not the viewer's agency's
    /// to say, and for a consent that is in force no longer.
    package var opens: [String]?
}

/// What a role of an agency can see of a person, and why.
package struct AgencySight: Sendable, Equatable {
    package var agency: String
    package var role: String
    /// Where one worker sees more than others of the role: who leads.
    package var lead: String?
    package var parts: [ShownPart]
}

/// One look at a person's record, or one act upon it.
package struct LookView: Sendable, Hashable {
    package var position: Int64
    package var at: Instant
    /// A worker's reference, or `system:` and the name of a part of the system.
    package var worker: String
    package var role: String
    package var agency: String
    package var purpose: String
    /// What was done, in words.
    package var what: String
    /// Whether the name only stood in a list, or was found by a search.
    package var isListing: Bool
    /// The categories of the page that the viewer may know of.
    package var sections: [String]
}
