import Casework
import Domain
import Ledger

/// What the rules say no to, in plain sentences.
enum Refused {
    static func sentence(_ refusal: AddWorkerRefusal) -> String {
        switch refusal {
        case .notASignInName:
            "A sign-in name has 2 to 64 of the letters a to z, digits, full stop, hyphen, underscore and @."
        case .nameMissing: "Give the worker's name."
        case .taken: "Somebody has that sign-in name already."
        case .noSuchAgency(let id): "There is no agency \(id). Add it first: throughcare agency add \(id) --title …"
        }
    }

    static func sentence(_ refusal: WorkerRefusal) -> String {
        switch refusal {
        case .noSuchRole(let id): "No published scheme has the role \(id)."
        case .noSuchAgency(let id): sentence(AddWorkerRefusal.noSuchAgency(id))
        case .noSuchPlace(let id): "The partnership has no place \(id)."
        case .endsBeforeItBegins: "The last day lies before the first."
        case .dayHasPassed(let day): "\(day.text) has passed. Give today or a later day, or none to end it now."
        case .heldAlready: "They hold this role for this agency already. End it on a day to give it a last day."
        case .notHeld: "They do not hold this role for this agency, or it is over."
        case .lastAdministrator:
            "Nobody else administers the partnership without a last day. First give somebody else such a role."
        case .hasLeft: "They have left. Give them a role first."
        case .keyUsedForSomethingElse, .busy: "Too much is going on at this moment. Nothing was changed. Try again."
        }
    }

    static func sentence(_ refusal: AddAgencyRefusal) -> String {
        switch refusal {
        case .notAWord(let id): "\(id) is no agency's id: use 1 to 40 of the letters a to z, digits and hyphens."
        case .titleMissing: "Give the agency's title."
        }
    }

    static func sentence(_ refusal: PublishRefusal) -> String {
        switch refusal {
        case .dayHasPassed(let day):
            "\(day.text) has passed. Enrolments have begun since under the version in force, and would silently change."
        case .superseded(let version):
            "\(version) was in force before and another version has taken its place. Change a file, a comment will do."
        }
    }

    static func sentence(_ refusal: NotProven) -> String {
        switch refusal {
        case .noSuchEntry(let position): "The ledger has no entry \(position)."
        case .waiting(let position):
            "Entry \(position) is under no checkpoint yet. Run throughcare audit checkpoint, then ask again."
        case .erased(let position): "The content of entry \(position) was erased. Prove it without --with-content."
        case .doesNotFit(let position):
            "Entry \(position) is not what was signed. Run throughcare audit verify to see where the change is."
        }
    }

    static func sentence(_ refusal: CheckpointNotWritten) -> String {
        let what =
            switch refusal {
            case .lastNotOurs(let size):
                "the last checkpoint, of \(size) entries, is not signed with a key of this file"
            case .frontierDiffers(let size): "what stands beside checkpoint \(size) does not give its root"
            case .unnamed: "the database names no ledger"
            case .entriesMissing: "entries are missing"
            }
        return "Nothing was signed: \(what). Run throughcare audit verify."
    }
}
