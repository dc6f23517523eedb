package import Domain
import Store

/// The rules say no to a record.
package enum RecordRefusal: Error, Sendable, Hashable {
    /// The role may not complete this record type.
    case notForYourRole(type: String, role: String)
    /// Only the agency that recorded something corrects it.
    case notYourAgencys(agency: String)
    /// Required answers are not there, or an answer cannot be kept.
    case problems([FieldProblem])
    /// What the worker is to read first. Sent again with these read, it is recorded.
    case warnings([RecordWarning])
    /// What those whom the record names will see is to be looked at first.
    case sight(SightPreview)
    /// Somebody corrected this event first; the version in force, or the withdrawal.
    case alreadyCorrected(by: String)
    /// The form's key was used before for something else.
    case keyUsedForSomethingElse
    /// The appointment's time was taken meanwhile.
    case slotTaken
    /// A correction needs a reason.
    case reasonMissing
    /// It is on this person's record already.
    case alreadyThere
    /// What closed a record to the writer's agency is not taken back by that agency.
    case staysClosed
    /// The row of the board has changed meanwhile and no longer offers this act.
    case rowHasChanged
    /// Too many others wrote to the same person at the same moment.
    case tooBusy
}

/// What holds against something that somebody is about to record, of the scheme or because others were there meanwhile.
package struct RecordWarning: Sendable, Hashable {
    package var id: String
    /// What it says, and at which question.
    package var problem: FieldProblem

    init(_ objection: Objection) {
        id = objection.id
        problem = FieldProblem(objection)
    }

    /// What became of the appointment is on the record.
    init(settled appointment: AppointmentRow) {
        let state = AppointmentState(rawValue: appointment.state)?.words(isPast: true) ?? ""
        id = "changed/appointment"
        problem = FieldProblem(
            field: "", code: .refused,
            message: """
                What became of the appointment on \(London.text(appointment.startsAt)) is on the record already: \
                “\(state)”. Look at the record, and record this only if it is true as well.
                """)
    }

    /// The row whose form this is no longer offers the act.
    init(changed board: Board, _ act: Board.Act) {
        // No id of a scheme has a slash.
        id = "changed/" + act.id
        problem = FieldProblem(
            field: "", code: .refused,
            message: """
                The list “\(board.title)” no longer offers “\(act.title)” here: something was recorded after you opened \
                this form, perhaps the same. Look at the record, and record this only if it is true as well.
                """)
    }
}

/// There is no such thing, or it is not for this viewer: the same for both.
package struct Missing: Error, Sendable, Hashable {
    package init() {}
}

extension World {
    /// Ends a look at what is not there, or not for this viewer: an entry like any other, the same for both.
    ///
    /// - Parameter references: what was asked for, each kept where it is a reference: anything else is only what
    ///   somebody typed, and the ledger is no place for it.
    func refuse(_ page: String, asked references: String..., by viewer: Viewer) async throws -> Never {
        let asked = references.map { CanonicalJSON.string(Reference($0)?.compact ?? "") }
        let kept = asked.count == 1 ? asked[0] : .array(asked)
        try await keepLook(page, subjects: [], details: [("asked", kept)], by: viewer)
        throw Missing()
    }
}

extension FieldProblem {
    static let inTheFuture = FieldProblem(
        field: "occurred", code: .refused, message: "Enter a date and time that is not in the future.")

    /// What a scheme's stop or warning says, at its question.
    init(_ objection: Objection) {
        self.init(field: objection.field ?? "", code: .refused, message: objection.because)
    }

    static func refused(_ field: String, _ message: String) -> FieldProblem {
        FieldProblem(field: field, code: .refused, message: message)
    }

    /// A person's reference that leads to nobody the viewer may see.
    static func nobody(_ field: String) -> FieldProblem {
        FieldProblem(
            field: field, code: .refused, message: "Enter the reference of somebody whose record you can open.")
    }
}
