import Crypto

/// Encrypts a backup part by part as it streams by, and opens it again.
///
/// AES-256-GCM (NIST SP 800-38D) under a key that serves one backup: it comes by HKDF-SHA-256 (RFC 5869) from a sealing
/// key of the key ring and the backup's own salt, so that the count of parts is nonce enough. The header, a part's number
/// and whether it is the last are authenticated with each part: none can be changed, left out, moved or cut off unseen.
package struct BackupSeal: Sendable {
    /// What stands in clear at the beginning of the file.
    package struct Header: Sendable, Equatable {
        /// The sealing key it needs.
        package let keyName: KeyName
        /// The signed checkpoint of the ledger that the backup holds.
        package let note: String
        fileprivate let salt: [UInt8]

        /// As it stands in the file: lines, and an empty one at the end.
        package var text: String {
            """
            \(Self.title)
            key \(keyName)
            salt \(RadixText.base64.encode(salt))
            note \(RadixText.base64.encode(Array(note.utf8)))


            """
        }

        private static let title = "throughcare backup 1"

        /// Reads what `text` wrote; nil for anything else.
        package init?(text: String) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard lines.count == 6, lines[0] == Self.title, lines[4].isEmpty, lines[5].isEmpty,
                let key = Self.value("key", lines[1]).flatMap({ KeyName($0) }), key.use == .sealing,
                let salt = Self.value("salt", lines[2]).flatMap({ RadixText.base64.decode($0) }),
                let note = Self.value("note", lines[3]).flatMap({ RadixText.base64.decode($0) })
                    .flatMap({ String(validating: $0, as: UTF8.self) })
            else { return nil }
            self.init(keyName: key, note: note, salt: salt)
        }

        fileprivate init(keyName: KeyName, note: String, salt: [UInt8]) {
            self.keyName = keyName
            self.note = note
            self.salt = salt
        }

        private static func value(_ name: String, _ line: String) -> String? {
            line.hasPrefix(name + " ") ? String(line.dropFirst(name.count + 1)) : nil
        }
    }

    /// The most of a backup that is in one part.
    package static let partBytes = 1 << 20
    /// How much longer a part is when it is sealed.
    package static let tagBytes = 16

    package let header: Header
    private let key: SymmetricKey
    private var number: UInt64 = 0

    /// For a new backup, under the current sealing key.
    package init(note: String, keys: KeyRing, random: RandomSource) {
        let current = keys.current(.sealing)
        self.init(Header(keyName: current.name, note: note, salt: random.bytes(32)), secret: current.secret)
    }

    /// For a backup that is there.
    package init(_ header: Header, keys: KeyRing) throws(BackupSealError) {
        guard let secret = keys.secret(header.keyName) else { throw .noSuchKey(header.keyName) }
        self.init(header, secret: secret)
    }

    private init(_ header: Header, secret: SymmetricKey) {
        self.header = header
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, salt: header.salt, info: Array("throughcare backup v1".utf8), outputByteCount: 32)
    }

    /// Seals the next part.
    package mutating func seal(_ part: [UInt8], isLast: Bool) throws -> [UInt8] {
        let box = try AES.GCM.seal(part, using: key, nonce: nonce(), authenticating: context(isLast))
        number += 1
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens the next part.
    package mutating func open(_ sealed: [UInt8], isLast: Bool) throws(BackupSealError) -> [UInt8] {
        guard sealed.count >= Self.tagBytes else { throw .damaged(part: number) }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: nonce(), ciphertext: sealed.dropLast(Self.tagBytes), tag: sealed.suffix(Self.tagBytes))
            let part = Array(try AES.GCM.open(box, using: key, authenticating: context(isLast)))
            number += 1
            return part
        } catch {
            throw .damaged(part: number)
        }
    }

    private func nonce() throws -> AES.GCM.Nonce { try AES.GCM.Nonce(data: [0, 0, 0, 0] + bytes(of: number)) }

    private func context(_ isLast: Bool) -> [UInt8] {
        Array(SHA256.hash(data: Array(header.text.utf8))) + bytes(of: number) + [isLast ? 1 : 0]
    }

    private func bytes(of number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}

/// Why a backup cannot be opened.
package enum BackupSealError: Error, Equatable, Sendable {
    /// The key ring has no such key: it is another database's, or an older copy of the key file.
    case noSuchKey(KeyName)
    /// It was changed, cut short, or sealed with another key of the same name. Parts count from 0.
    case damaged(part: UInt64)
}
