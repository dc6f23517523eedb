import SQLAccess

/// How much a database holds, to compare a copy with its original and to tell an operator.
package struct RecordCounts: Sendable, Hashable {
    package let people: Int64
    package let events: Int64
    package let ledgerEntries: Int64
    package let workers: Int64
    package let schemeVersions: Int64

    package init(on connection: Connection) throws {
        func count(_ query: SQLQuery) throws -> Int64 { try connection.first(query) { try $0.integer(0) } ?? 0 }
        people = try count("SELECT count(*) FROM subjects WHERE kind = 'person'")
        events = try count("SELECT count(*) FROM events")
        ledgerEntries = try count("SELECT count(*) FROM ledger_entries")
        workers = try count("SELECT count(*) FROM workers")
        schemeVersions = try count("SELECT count(*) FROM scheme_versions")
    }

    /// Whether anything is in it that a key file was needed for: sealed second factors, or signed checkpoints.
    package static func needsOldKeys(on connection: Connection) throws -> Bool {
        try connection.exists("SELECT 1 FROM credentials") || connection.exists("SELECT 1 FROM ledger_checkpoints")
    }
}
