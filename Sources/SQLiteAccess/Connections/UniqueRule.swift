import GRDB

/// The unique rule behind a refusal. SQLite reports its columns ("slot.worker_id, slot.starts_at") and PostgreSQL its
/// name; this finds the name.
struct UniqueRule {
    private let table: String
    private let columns: [String]
    /// The name, where SQLite reported that: for an index on an expression.
    private let name: String?

    init(reported: String) {
        let quoted = reported.split(separator: "'", omittingEmptySubsequences: false)
        name = reported.hasPrefix("index '") && quoted.count > 1 ? String(quoted[1]) : nil
        let parts = reported.split(separator: ", ").map { $0.split(separator: ".").map(String.init) }
        table = parts.first?.first ?? ""
        columns = parts.map { $0.last ?? "" }
    }

    var primaryKeyName: String { "\(table)_pkey" }

    /// The unique index with these columns. Where there is none with a name of its own, or more than one, the name that
    /// PostgreSQL gives a unique column by itself.
    func indexName(in database: Database) -> String {
        if let name { return name }
        let generated = ([table] + columns + ["key"]).joined(separator: "_")
        do {
            let named = try database.indexes(on: table).filter {
                $0.isUnique && $0.columns == columns && !$0.name.hasPrefix("sqlite_")
            }
            return named.count == 1 ? named[0].name : generated
        } catch {
            // The refusal itself is what matters; its generated name says as much as SQLite did.
            return generated
        }
    }
}
