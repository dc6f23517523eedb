import Crypto

/// Codes from an authenticator app: RFC 6238 with SHA-1, steps of 30 seconds and six digits, which is what every app
/// supports.
package enum TOTP {
    /// The length of a step, in milliseconds.
    package static let stepMilliseconds: Int64 = 30_000

    /// How many steps either side of now a code may come from, for clocks that are a little off.
    package static let stepsOfSlack: Int64 = 1

    /// The step that accepts `code` at `now` (UTC milliseconds), or nil when it is wrong or already used.
    ///
    /// A step counts once: pass the account's last used step and store what is returned, in one transaction, so that a
    /// code seen over a shoulder or caught on the way is worth nothing (OWASP ASVS 5.0.0, 6.5.1). Spaces in the code are
    /// let pass. All steps are computed whatever the code, so the time taken tells nothing.
    package static func stepAccepting(
        _ code: String, secret: TOTPSecret, now: Int64, lastUsedStep: Int64?
    ) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        let current = step(at: now)
        var accepted: Int64?
        for candidate in max(0, current - stepsOfSlack)...max(0, current + stepsOfSlack) {
            let isRight = equalInConstantTime(typed, Array(self.code(secret: secret, step: candidate).utf8))
            let isUnused = lastUsedStep.map { candidate > $0 } ?? true
            if isRight, isUnused { accepted = candidate }
        }
        return accepted
    }

    /// The six digits an app shows during a step.
    package static func code(secret: TOTPSecret, step: Int64) -> String {
        let digits = String(truncated(secret: secret, step: step) % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step an instant falls in. Instants before 1970 fall in step 0.
    package static func step(at now: Int64) -> Int64 {
        max(0, now / stepMilliseconds)
    }

    /// The 31-bit number of RFC 4226 section 5.3, from which digits are taken.
    static func truncated(secret: TOTPSecret, step: Int64) -> UInt32 {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let key = SymmetricKey(data: secret.bytes)
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(digest[digest.count - 1] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return number & 0x7fff_ffff
    }
}
