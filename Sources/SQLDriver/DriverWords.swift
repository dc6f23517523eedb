package import SQLAccess

/// The statements that only a driver says.
package enum DriverWords {
    /// Throws for a statement that would end the transaction under the driver or change how the connection works. It
    /// guards against a slip: only the source can write SQL at all. `PRAGMA defer_foreign_keys` ends with its
    /// transaction and is let through, for migrations that rebuild a table.
    package static func refuse(in text: String) throws(SQLFault) {
        // The first words are enough, and a statement may be thousands of letters long.
        var rest = text.utf8[...]
        let first = takeWord(from: &rest)
        guard !first.isEmpty else { return }
        if first == "PRAGMA", takeWord(from: &rest).hasPrefix("DEFER_FOREIGN_KEYS") { return }
        if refused.contains(first) {
            throw .other(code: "refused", message: "\(first) is the driver's to say")
        }
    }

    /// The next word in capitals; empty at the end.
    private static func takeWord(from rest: inout Substring.UTF8View) -> String {
        let isSpace = { (byte: UInt8) in byte <= UInt8(ascii: " ") }
        let start = rest.drop(while: isSpace)
        let word = start.prefix { !isSpace($0) }
        rest = start[word.endIndex...]
        return String(decoding: word, as: UTF8.self).uppercased()
    }

    private static let refused: Set<String> = [
        "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "ATTACH", "DETACH", "VACUUM", "PRAGMA",
        "COMMIT;", "END;", "ROLLBACK;", "BEGIN;", "VACUUM;", "START", "ABORT", "SET", "RESET", "DISCARD", "PREPARE",
        "DEALLOCATE", "LISTEN", "LOCK",
    ]
}
