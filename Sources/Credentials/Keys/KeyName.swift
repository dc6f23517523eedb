/// What a key of the ring is for. One key never serves two uses.
package enum KeyUse: String, Sendable, CaseIterable {
    /// Seals secrets at rest.
    case sealing
    /// The Ed25519 seed that signs the ledger's checkpoints.
    case checkpoint
    /// Authenticates forms.
    case form
}

/// A key's name in the key file and beside whatever it sealed or signed: `sealing-1`.
///
/// The highest number of a use is the current key. Older ones stay, to open and check what they made.
package struct KeyName: Sendable, Hashable, CustomStringConvertible {
    /// What the key is for.
    package let use: KeyUse

    /// 1, 2, …: one more at each change of key.
    package let number: Int

    /// Number must be 1 to 9,999.
    package init?(use: KeyUse, number: Int) {
        guard (1...9_999).contains(number) else { return nil }
        self.use = use
        self.number = number
    }

    /// Reads `sealing-1`; nil for anything `description` would not write.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let use = KeyUse(rawValue: String(parts[0])), let number = Int(parts[1]) else {
            return nil
        }
        self.init(use: use, number: number)
        guard description == text else { return nil }
    }

    package var description: String { "\(use.rawValue)-\(number)" }
}
