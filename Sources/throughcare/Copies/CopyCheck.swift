import Casework
import Ledger
import SQLiteAccess
import Store

/// Whether a copy of a database can be relied on.
enum CopyCheck {
    /// Throws an `Ending` unless every page is sound and the ledger is what was signed.
    static func mustBeSound(_ sqlite: SQLiteDatabase, keys: [CheckpointKey]) async throws {
        Say.progress("checking every page")
        if let first = try await sqlite.integrityCheck().first { throw Ending.refused("The copy is damaged: \(first)") }
        let verdict = try await AuditVerify.verify(Database(sqlite), keys)
        guard verdict.isGreen else {
            throw Ending.refused((verdict.findings.map(\.line) + [verdict.line]).joined(separator: "\n"))
        }
        // Everything into the one file, which is then all there is.
        try await sqlite.checkpoint()
    }
}
