import SQLAccess

/// The statements that only the driver runs.
enum TransactionWord: String {
    case beginRead = "BEGIN DEFERRED"
    case beginWrite = "BEGIN IMMEDIATE"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case savepoint = "SAVEPOINT one_write"
    case release = "RELEASE one_write"
    case rollbackToSavepoint = "ROLLBACK TO one_write"

    /// Throws for a statement that would end the transaction under the driver or change how the connection works. It
    /// guards against a slip: only the source can write SQL at all. `PRAGMA defer_foreign_keys` ends with its
    /// transaction and is let through, for migrations that rebuild a table.
    static func refuse(in text: String) throws(SQLFault) {
        let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).map { $0.uppercased() }
        guard let first = words.first else { return }
        if first == "PRAGMA", words.dropFirst().first?.hasPrefix("DEFER_FOREIGN_KEYS") == true { return }
        if refused.contains(first) {
            throw .other(code: "refused", message: "\(first) is the driver's to say")
        }
    }

    private static let refused: Set<String> = [
        "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "ATTACH", "DETACH", "VACUUM", "PRAGMA",
        "COMMIT;", "END;", "ROLLBACK;", "BEGIN;", "VACUUM;",
    ]
}
