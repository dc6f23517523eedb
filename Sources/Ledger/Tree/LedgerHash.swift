import Domain
import Crypto

/// Thirty-two bytes of SHA-256: a leaf, a node, a root, a commitment or an event's digest.
///
/// A value of its own, not an array: it cannot have the wrong length, and a tree of a million leaves allocates nothing
/// for them. Compared byte for byte.
package struct LedgerHash: Hashable, Sendable {
    /// How many bytes a hash has.
    package static let byteCount = 32

    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// Nil unless there are exactly 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// Nil unless there are exactly 64 lower-case hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.bytes(hex.utf8) else { return nil }
        self.init(bytes)
    }

    /// The SHA-256 of the given bytes, with nothing before or after them.
    package init(hashing bytes: [UInt8]) {
        self = bytes.withUnsafeBytes(LedgerHash.init(hashing:))
    }

    private init(hashing bytes: UnsafeRawBufferPointer) {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        self.init(hasher.finalize())
    }

    private init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { bytes in
            (
                bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
            )
        }
    }

    /// The root of a tree with no leaves: the SHA-256 of nothing (RFC 9162, 2.1.1).
    package static let ofEmptyTree = LedgerHash(hashing: [])

    /// The hash of a leaf: SHA-256(0x00 ‖ entry). The prefix keeps a leaf from being passed off as a node.
    package static func leaf(_ entry: [UInt8]) -> LedgerHash {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.count + 1)
        bytes.append(0x00)
        bytes.append(contentsOf: entry)
        return LedgerHash(hashing: bytes)
    }

    /// The hash of a node: SHA-256(0x01 ‖ left ‖ right).
    package static func node(_ left: LedgerHash, _ right: LedgerHash) -> LedgerHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 1) { buffer in
            buffer[0] = 0x01
            withUnsafeBytes(of: left.words) {
                UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0)
            }
            withUnsafeBytes(of: right.words) {
                UnsafeMutableRawBufferPointer(rebasing: buffer[33...]).copyMemory(from: $0)
            }
            return LedgerHash(hashing: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The 32 bytes, as they are stored.
    package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// Sixty-four lower-case hexadecimal digits, as they stand in an entry.
    package var hex: String { Hex.text(bytes) }

    package static func == (one: LedgerHash, other: LedgerHash) -> Bool { one.words == other.words }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
