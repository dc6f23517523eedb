import Casework
import Domain

/// What a refused booking or act of the diary says.
struct BookingWords {
    let message: String

    init(_ refusal: RecordRefusal) {
        switch refusal {
        case .slotTaken:
            message = "Somebody else has just booked that time. Nothing was booked. Choose another time."
        case .staysClosed:
            message = "Nothing was recorded: this stays as it is."
        case .rowHasChanged:
            message = "Nothing was recorded: the appointment has changed since you opened the page. Look at it again."
        case .notForYourRole(_, let role):
            message = "Nothing was recorded: the role of \(role) does not record this."
        case .keyUsedForSomethingElse:
            message = "This form was sent before with other answers. Check what was kept, then try again."
        case .tooBusy:
            message = "Others are writing to this record at this moment. Nothing was kept. Try again."
        case .problems(let problems):
            message = problems.first?.message ?? "Something in the form is not right."
        case .warnings(let warnings):
            message =
                "Nothing is recorded yet. " + warnings.map(\.problem.message).joined(separator: " ")
                + " Open the record’s own form to record it all the same."
        case .sight:
            message = "Nothing is recorded yet. Open the record’s own form, which shows what those you named will see."
        case .notYourAgencys, .alreadyCorrected, .reasonMissing, .alreadyThere:
            message = "Nothing was recorded: the record has changed since you opened the page. Look at it again."
        }
    }
}
