import Credentials
package import Domain

/// Why nobody was signed in.
package enum SignInRefusal: Error, Sendable, Hashable {
    /// Name, password and code do not open an account today. It is never said which of them was wrong, whether there is
    /// such an account, or whether its owner has left.
    case wrong
    /// Too many failed tries: not before then. Nothing was tried.
    case wait(until: Instant)
    /// Strangers have used up this hour's tries: not from a browser the account does not know, before then.
    case strangersMustWait(until: Instant)
    /// Too many others are signing in at this moment. Nothing was tried.
    case busy
}

extension SignInRefusal {
    /// What the throttle decided, or nil when the try may go ahead.
    init?(_ decision: SignInDecision) {
        switch decision {
        case .allowed: return nil
        case .wait(let until): self = .wait(until: Instant(milliseconds: until))
        case .slowPath(let until): self = .strangersMustWait(until: Instant(milliseconds: until))
        }
    }
}
