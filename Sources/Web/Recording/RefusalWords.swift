import Casework
import Domain
import HTTPTypes

/// A refusal in plain words: the rule, and what to do.
struct RefusalWords {
    let title: String
    let what: String
    let status: HTTPResponse.Status

    init(_ refusal: RecordRefusal) {
        switch refusal {
        case .notForYourRole(let type, let role):
            title = "Your role does not complete this record"
            what =
                "“\(type)” is not completed by the role \(role). Ask somebody whose role it is, or change to another role "
                + "that you hold."
            status = .forbidden
        case .notYourAgencys(let agency):
            title = "This was recorded by another agency"
            what = "Only \(agency) can correct it. Tell them what is wrong."
            status = .forbidden
        case .problems(let problems):
            // Where there is no form on which to mark them, each says for itself what is wrong.
            title = "It was not recorded"
            what =
                problems.isEmpty
                ? "Look at what you sent and send it again." : problems.map(\.message).joined(separator: " ")
            status = .unprocessableContent
        case .warnings(let warnings):
            title = "Read this before it is recorded"
            what =
                warnings.map(\.problem.message).joined(separator: " ")
                + " Nothing is recorded yet: open the form to record it all the same."
            status = .conflict
        case .sight:
            title = "Look at what they will see first"
            what = "Nothing is recorded yet: open the form, which shows what those you named will see."
            status = .conflict
        case .alreadyCorrected:
            title = "Somebody corrected this first"
            what = "Look at the version that is in the record now. Your own words are kept below."
            status = .conflict
        case .keyUsedForSomethingElse:
            title = "This form was sent before with other answers"
            what =
                "What you sent first is in the record. If this is another record, send the form again. If the first was "
                + "wrong, open it and amend it."
            status = .conflict
        case .slotTaken:
            title = "That time was taken meanwhile"
            what = "Choose another time and send the form again."
            status = .conflict
        case .reasonMissing:
            title = "Say why"
            what = "A correction needs a reason."
            status = .unprocessableContent
        case .alreadyThere:
            title = "It is on that record already"
            what = "Enter the reference of the person whose record it should be on."
            status = .unprocessableContent
        case .staysClosed:
            title = "This stays as it is"
            what =
                "It ended what your agency may see. Ask those who referred the person, or whose record it is, to do so again."
            status = .forbidden
        case .rowHasChanged:
            title = "The list has changed"
            what = "Nothing was recorded. Look at the row again: somebody else may have done it already."
            status = .conflict
        case .tooBusy:
            title = "Others were writing to this record at the same moment"
            what = "Nothing was recorded. Send the form again."
            status = .conflict
        }
    }
}
