import Crypto

/// The server's own keys, 32 bytes each, at least one for each use.
///
/// The value is passed in at start; reading and guarding the file is the command's business. Printing it gives names
/// only.
package struct KeyRing: Sendable, CustomStringConvertible, CustomReflectable {
    struct Key: Sendable {
        let name: KeyName
        let secret: SymmetricKey
    }

    static let keyBytes = 32

    /// In the order of the file.
    let keys: [Key]

    /// Trusts the caller to have one key at least for each use, with distinct names.
    init(checked keys: [Key]) {
        self.keys = keys
    }

    /// A new ring with the first key of each use.
    package static func fresh(_ random: RandomSource) -> KeyRing {
        KeyRing(checked: KeyUse.allCases.compactMap { key($0, number: 1, random) })
    }

    /// This ring with a new current key for one use. Nil once a use has had 9,999 keys.
    package func renewing(_ use: KeyUse, _ random: RandomSource) -> KeyRing? {
        guard let next = Self.key(use, number: current(use).name.number + 1, random) else { return nil }
        return KeyRing(checked: keys + [next])
    }

    /// The names of all keys, in the order of the file.
    package var names: [KeyName] { keys.map(\.name) }

    /// The name of the key in use.
    package func currentName(_ use: KeyUse) -> KeyName { current(use).name }

    /// The 32 bytes of a checkpoint key's Ed25519 seed; nil when the ring has no checkpoint key of that name.
    package func checkpointSeed(_ name: KeyName) -> [UInt8]? {
        guard name.use == .checkpoint else { return nil }
        return secret(name)?.withUnsafeBytes { Array($0) }
    }

    func current(_ use: KeyUse) -> Key {
        let newest = keys.filter { $0.name.use == use }.max { $0.name.number < $1.name.number }
        guard let newest else { preconditionFailure("a key ring holds at least one key for each use") }
        return newest
    }

    func secret(_ name: KeyName) -> SymmetricKey? {
        keys.first { $0.name == name }?.secret
    }

    package var description: String { "KeyRing(\(names.map(\.description).joined(separator: ", ")))" }

    package var customMirror: Mirror { Mirror(self, children: []) }

    private static func key(_ use: KeyUse, number: Int, _ random: RandomSource) -> Key? {
        KeyName(use: use, number: number).map { Key(name: $0, secret: SymmetricKey(data: random.bytes(keyBytes))) }
    }
}
