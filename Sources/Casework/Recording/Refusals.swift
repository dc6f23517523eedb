package import Domain

/// The rules say no to a record.
package enum RecordRefusal: Error, Sendable, Hashable {
    /// The role may not complete this record type.
    case notForYourRole(type: String, role: String)
    /// Required answers are not there, or an answer cannot be kept.
    case problems([FieldProblem])
    /// Somebody corrected this event first.
    case alreadyCorrected(event: String)
    /// The form's key was used before for something else.
    case keyUsedForSomethingElse
    /// The appointment's time was taken meanwhile.
    case slotTaken
    /// A correction needs a reason.
    case reasonMissing
    /// Too many others wrote to the same person at the same moment.
    case tooBusy
}

/// There is no such thing, or it is not for this viewer: the same for both.
package struct Missing: Error, Sendable, Hashable {
    package init() {}
}
