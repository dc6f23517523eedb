/// The text form shared by everything signed in the manner of C2SP `signed-note`: a body, an empty line, signatures.
enum SignedNote {
    /// The largest note that is read, in bytes; and the most signatures.
    static let limitBytes = 65_536
    static let limitSignatures = 32

    /// A line that may stand in a body: not empty, and no control character.
    static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }

    /// A name that may stand in a signature line: not empty, no space of any kind, no plus, no control character.
    static func isName(_ text: String) -> Bool {
        isLine(text) && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
    }

    /// Divides a note at its last empty line.
    static func divide(_ note: String) throws(CheckpointRefusal) -> (body: String, signatures: [NoteSignature]) {
        let bytes = Array(note.utf8)
        let lineBreak = UInt8(ascii: "\n")
        guard bytes.count <= limitBytes, bytes.last == lineBreak,
            let gap = bytes.indices.dropFirst().last(where: { bytes[$0] == lineBreak && bytes[$0 - 1] == lineBreak })
        else { throw .form }
        let lines = bytes[(gap + 1)...].split(separator: lineBreak)
        guard !lines.isEmpty, lines.count <= limitSignatures else { throw .signature }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try NoteSignature(line: String(decoding: line, as: UTF8.self))) }
        return (String(decoding: bytes[..<gap], as: UTF8.self), signatures)
    }
}

/// One signature line of a note: `— NAME BASE64(key id ‖ signature)`.
package struct NoteSignature: Equatable, Sendable {
    package let name: String
    /// Four bytes that say which key of that name, and which algorithm.
    package let keyID: [UInt8]
    /// What the algorithm makes: 64 bytes for Ed25519.
    package let signature: [UInt8]

    init(name: String, keyID: [UInt8], signature: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    init(line: String) throws(CheckpointRefusal) {
        let parts = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 3, parts[0].unicodeScalars.elementsEqual(["\u{2014}"]), SignedNote.isName(parts[1]),
            let bytes = Base64.bytes(parts[2]), bytes.count > 4
        else { throw .signature }
        self.init(name: parts[1], keyID: Array(bytes[..<4]), signature: Array(bytes[4...]))
    }

    var line: String { "\u{2014} \(name) \(Base64.text(keyID + signature))\n" }
}
