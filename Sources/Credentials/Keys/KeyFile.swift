import Crypto

/// The key ring as text: one key a line, its name, one space, and 32 bytes in base64. Blank lines and lines that begin
/// with `#` are notes.
package enum KeyFile {
    /// Reads a key file. Throws the first `KeyFileError`; no error repeats anything of a key.
    package static func read(_ text: String) throws(KeyFileError) -> KeyRing {
        var keys: [KeyRing.Key] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let key = try key(line, at: index + 1)
            guard !keys.contains(where: { $0.name == key.name }) else { throw .twice(line: index + 1, name: key.name) }
            if let other = keys.first(where: { $0.secret == key.secret }) {
                throw .sameKey(line: index + 1, as: other.name)
            }
            keys.append(key)
        }
        for use in KeyUse.allCases where !keys.contains(where: { $0.name.use == use }) {
            throw .missing(use)
        }
        return KeyRing(checked: keys)
    }

    /// Writes a key file, secrets and all: for a file that only the server's account can read.
    package static func write(_ ring: KeyRing) -> String {
        ring.keys.map { key in
            "\(key.name) \(key.secret.withUnsafeBytes { RadixText.base64.encode($0) })\n"
        }.joined()
    }

    private static func key(_ line: Substring, at number: Int) throws(KeyFileError) -> KeyRing.Key {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2 else { throw .notTwoWords(line: number) }
        guard let name = KeyName(words[0]) else { throw .unknownName(line: number) }
        guard let bytes = RadixText.base64.decode(words[1]) else { throw .notBase64(line: number) }
        guard bytes.count == KeyRing.keyBytes else { throw .wrongLength(line: number, bytes: bytes.count) }
        return KeyRing.Key(name: name, secret: SymmetricKey(data: bytes))
    }
}
