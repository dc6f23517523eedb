import Casework
import Credentials
import Domain
import Foundation
import Ledger
import Logging
import PostgresAccess
import SQLAccess
import SQLiteAccess
import SchemeFiles
import Store

/// A database opened as the server opens it.
struct OpenedRecord {
    let world: World
    let loaded: LoadedSchemes

    /// - Parameters:
    ///   - mustKeepCommits: false for the control of a durability test, and for what is loaded in bulk.
    ///   - writerCacheKiB: the most memory an embedded database's writer caches pages in; the usual when nil.
    ///   - watch: stands between the use cases and the database.
    init(
        _ record: MeasuredRecord, mustKeepCommits: Bool = true, writerCacheKiB: Int? = nil,
        watch: (any SQLDatabase) -> any SQLDatabase = { $0 }
    ) async throws {
        let loaded = SchemeReading.read(record.scheme) { LedgerHash(hashing: $0).hex }
        guard !loaded.diagnostics.hasErrors else { throw NotMeasured("\(record.scheme) has mistakes.") }
        self.loaded = loaded
        let base = try await record.open(mustKeepCommits: mustKeepCommits, writerCacheKiB: writerCacheKiB)
        let database = Database(watch(base))
        let schemes = Dictionary(loaded.schemes.map { ($0.version, $0) }) { first, _ in first }
        let rules = try await LoadRules(database: database) { published in
            try published.map { version in
                guard let scheme = schemes[version.version] else {
                    throw NotMeasured("\(version.version) is published, and the folder holds another version.")
                }
                return Definitions.Published(scheme: scheme, from: version.from)
            }
        }()
        let keys = try KeyFile.read(String(contentsOfFile: record.keys ?? record.database + ".keys", encoding: .utf8))
        world = World(
            database: database, rules: RulesInForce(rules), now: Self.now, random: .system, keys: keys,
            log: Logger(label: "measure") { _ in SwiftLogNoOpLogHandler() })
    }

    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}

extension MeasuredRecord {
    func open(mustKeepCommits: Bool, writerCacheKiB: Int? = nil) async throws -> any SQLDatabase {
        guard database.hasPrefix("postgres") else {
            var options = SQLiteOptions(mustKeepCommits: mustKeepCommits)
            if let writerCacheKiB { options.writerCacheKiB = writerCacheKiB }
            return try await SQLiteDatabase.open(path: database, options: options)
        }
        return try await PostgresDatabase.open(
            address: database, options: PostgresOptions(mustKeepCommits: mustKeepCommits))
    }
}

/// Time that this process has spent on processors, in seconds.
func processorSeconds() -> Double {
    var spent = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    return Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
}

/// Facts for script/bench, as one line of JSON.
func say(_ facts: [(String, CanonicalJSON)]) {
    print(CanonicalJSON.object(CanonicalObject(facts)).text)
}
