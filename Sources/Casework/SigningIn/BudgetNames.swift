import Credentials
import Ledger

/// The names that budgets of guesses are kept under: keyed hashes, so that a stolen database tells neither who signs in
/// nor from where. A new form key forgets every budget.
struct BudgetNames: Sendable {
    private let key: [UInt8]

    /// A key of its own is drawn from the form key, over a label that is no session's digest.
    init(_ keys: KeyRing) {
        guard let label = TokenDigest(text: "throughcare-sign-in-budgets-v1------------A") else {
            preconditionFailure("the label is 43 characters of base64url")
        }
        key = Array(FormToken(keys).text(for: label).utf8)
    }

    /// Guesses by strangers at the account of this sign-in name, whether or not there is one.
    func account(_ signInName: String) -> String { "account:" + hash("account", signInName) }

    /// Guesses by strangers from a source.
    func source(_ source: String) -> String { "source:" + hash("source", source) }

    /// A worker's failures on a device they have signed in from.
    func device(_ device: DeviceToken, worker: String) -> String {
        "device:" + LedgerHash(hashing: key + device.hash(for: worker)).hex
    }

    private func hash(_ kind: String, _ text: String) -> String {
        LedgerHash(hashing: key + Array("\n\(kind)\n\(text)".utf8)).hex
    }
}

/// The token of a browser that somebody has signed in from. Several workers may share a browser, as at the desk of a
/// custody suite, so what is stored is bound to each worker.
struct DeviceToken: Sendable {
    let token: SecretToken

    /// What is stored for one worker: SHA-256 over the token's digest and the worker's id.
    func hash(for worker: String) -> [UInt8] {
        LedgerHash(hashing: token.digest.bytes + Array(worker.utf8)).bytes
    }
}
