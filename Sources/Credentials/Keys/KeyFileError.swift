/// What is wrong with a key file, and on which line, counted from 1.
package enum KeyFileError: Error, Equatable, Sendable {
    /// The line is not a name, one space and a key.
    case notTwoWords(line: Int)

    /// The first word names no use, or has no number: `sealing-1` is right.
    case unknownName(line: Int)

    /// The key is not base64 with its padding.
    case notBase64(line: Int)

    /// The key is not of 32 bytes.
    case wrongLength(line: Int, bytes: Int)

    /// A line above has the same name.
    case twice(line: Int, name: KeyName)

    /// A line above has the same key under another name: each use needs a key of its own.
    case sameKey(line: Int, as: KeyName)

    /// No line gives a key for this use.
    case missing(KeyUse)

    /// What to tell the person who keeps the file.
    package var message: String {
        switch self {
        case .notTwoWords(let line):
            "Line \(line) of the key file must be a name, one space and a key."
        case .unknownName(let line):
            "Line \(line) of the key file must begin with sealing-1, checkpoint-1 or form-1, or a higher number."
        case .notBase64(let line):
            "The key on line \(line) of the key file is not base64. It may have been cut short when copied."
        case .wrongLength(let line, let bytes):
            "The key on line \(line) of the key file has \(bytes) bytes. It must have 32."
        case .twice(let line, let name):
            "Line \(line) of the key file gives \(name) a second time."
        case .sameKey(let line, let name):
            "The key on line \(line) of the key file is also that of \(name). Each must be different."
        case .missing(let use):
            "The key file has no \(use.rawValue) key. It needs a line that begins with \(use.rawValue)-1."
        }
    }
}
