package import Domain

/// Why nothing was changed about a worker.
package enum WorkerRefusal: Error, Sendable, Hashable {
    /// No published scheme has this role.
    case noSuchRole(String)
    /// The partnership does not have this agency.
    case noSuchAgency(String)
    /// The partnership does not have this place. One of another agency will do: a drugs worker may sit in a court house.
    case noSuchPlace(String)
    /// The last day lies before the first.
    case endsBeforeItBegins
    /// The last day has passed.
    case dayHasPassed(Day)
    /// The worker holds this role for this agency already, without an end or until a later day.
    case heldAlready
    /// The worker does not hold this role for this agency, or it is over.
    case notHeld
    /// Nobody would be left who administers the partnership from then on.
    case lastAdministrator
    /// The worker has left.
    case hasLeft
    /// The form's key was used before for something else.
    case keyUsedForSomethingElse
    /// Too many passwords are being hashed at this moment.
    case busy
}

/// The same form was sent before and was acted on then. What was shown once is not kept, so it is not shown again.
package struct SentBefore: Error, Sendable, Hashable {
    /// Whom it was about.
    package let worker: String
}
