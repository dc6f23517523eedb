import Domain
/// What a ledger says of itself at one size, to be signed: the body of a C2SP `tlog-checkpoint`.
package struct Checkpoint: Equatable, Sendable {
    /// Which ledger speaks: a name that is its own for ever, such as `ledger.example.org/throughcare`.
    package let origin: String
    /// How many entries are under it.
    package let size: Int64
    /// The root of the tree of those entries.
    package let root: LedgerHash
    /// Further lines, which a reader may not understand; usually none.
    package let extensions: [String]

    /// Refuses a negative size, an empty line, and a line that holds a control character.
    package init(
        origin: String, size: Int64, root: LedgerHash, extensions: [String] = []
    ) throws(CheckpointRefusal) {
        guard size >= 0 else { throw .size }
        guard SignedNote.isLine(origin) else { throw .origin }
        guard extensions.allSatisfy(SignedNote.isLine) else { throw .extensionLine }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The text that is signed: each line with its line break.
    package var body: String {
        ([origin, String(size), Base64.text(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads a body back; accepts only what `body` writes.
    package init(body: String) throws(CheckpointRefusal) {
        var lines = body.split(separator: "\n" as Character, omittingEmptySubsequences: false).map { String($0) }
        guard lines.count >= 4, lines.removeLast().isEmpty else { throw .form }
        var cursor = ByteCursor(Array(lines[1].utf8))
        guard let size = cursor.takeInteger(), cursor.isAtEnd else { throw .size }
        guard let root = Base64.bytes(lines[2]).flatMap({ LedgerHash($0) }) else { throw .root }
        try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }
}

/// Why a text is no checkpoint.
package enum CheckpointRefusal: Error, Equatable {
    /// It is not a body, an empty line, and signature lines.
    case form
    case origin
    case size
    case root
    case extensionLine
    /// A signature line is malformed, or there are too many.
    case signature
    /// A key's name is empty, or holds a space, a plus or a control character; or the key is not 32 bytes in base64.
    case key
}
