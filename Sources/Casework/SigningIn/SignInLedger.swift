import Domain
import Ledger
import Store

/// How a sign-in, or an act of a session upon itself, ended: the outcome code of its ledger entry. The ledger says what
/// the page does not.
enum SignInOutcome: String, Sendable {
    case signedIn = "signed-in"
    case unknownName = "unknown-name"
    case wrongPassword = "wrong-password"
    case wrongCode = "wrong-code"
    /// The worker's last day has passed.
    case left
    /// No role of theirs is in force today.
    case noRole = "no-role"
    /// Too many others were signing in; nothing was tried.
    case busy
    case roleChosen = "role-chosen"
    case signedOut = "signed-out"
    case steppedUp = "stepped-up"
    case passwordChanged = "password-changed"
}

extension LedgerKeeping {
    /// The entry of a sign-in. What was typed is never kept: a password ends up in the wrong box too often.
    static func note(_ outcome: SignInOutcome, about worker: String?) -> Note {
        Note(
            kind: .signIn, outcome: outcome.rawValue, content: worker.map { [("worker", .string($0))] } ?? [],
            subjects: [])
    }
}

extension FrontDoor {
    /// Who acts where nobody has shown who they are.
    static let doorkeeper = Viewer.system("sign-in")

    /// Keeps the entry of a try that failed.
    func keep(_ outcome: SignInOutcome, about worker: String?) async throws {
        try await world.keepLook(LedgerKeeping.note(outcome, about: worker), by: Self.doorkeeper)
    }
}
