import Domain
import Ledger

/// What administrators do, in the ledger: each act is an entry of its own, kept where "What administrators have done"
/// finds it. It names workers, agencies and roles, and nobody who is worked with.
enum AdministrationRegister {
    /// What such entries are kept under. It is no reference, so that no person's entries are meant.
    static let subject = "administration"

    static func note(_ outcome: String, _ content: [(String, CanonicalJSON)]) -> LedgerKeeping.Note {
        LedgerKeeping.Note(kind: .policyChange, outcome: outcome, content: content, subjects: [subject])
    }
}
