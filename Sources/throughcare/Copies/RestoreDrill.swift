import ArgumentParser
import Casework
import Domain
import Foundation
import Ledger
import SQLiteAccess
import Store

struct RestoreDrill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore-drill",
        abstract: "Restores a backup aside, compares it with the database it was made of, and throws it away.",
        discussion: """
            It compares the ledger's root at the backup's size, the counts, and records drawn at random byte for byte. It \
            says how old the backup is and how long restoring took. Practise it every month.
            """)

    @Argument(help: "The backup.")
    var file: String

    @Option(help: "How many records are compared.")
    var records = 200

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        let aside = CopyFiles(options.keyFile + ".drill")
        try aside.removePart()
        let begun = SystemClock.now()
        let result: Drill
        do {
            let opened = try await OpenedCopy.open(file, into: aside.part, keys: startup.world.keys)
            let seconds = Double(begun.milliseconds(until: SystemClock.now())) / 1_000
            result = try await Drill(
                copy: Database(opened.sqlite), live: startup.world.database, size: opened.checkpoint.checkpoint.size,
                root: opened.checkpoint.checkpoint.root, records: records, seconds: seconds)
            await opened.sqlite.close()
        } catch {
            try aside.removePart()
            throw error
        }
        try aside.removePart()
        Say.progressDone()
        await startup.close()
        report(result)
        if !result.problems.isEmpty { throw Ending.refused() }
    }

    private func report(_ drill: Drill) {
        guard !json else {
            return Say.out([
                ("behindSeconds", .integer(drill.behindSeconds)), ("entries", .integer(drill.size)),
                ("ok", .bool(drill.problems.isEmpty)),
                ("problems", .array(drill.problems.map { .string($0) })), ("records", .integer(Int64(drill.compared))),
                ("restoreMilliseconds", .integer(Int64(drill.seconds * 1_000))),
            ])
        }
        for problem in drill.problems { Say.out(problem) }
        let seconds = String(format: "%.1f", drill.seconds)
        Say.out(
            """
            drill \(drill.problems.isEmpty ? "ok" : "NOT ok"): entries=\(drill.size) records=\(drill.compared) \
            behind_seconds=\(drill.behindSeconds) restore_seconds=\(seconds)
            """)
    }
}

/// What a restored backup looks like beside the database that it was made of.
struct Drill: Sendable {
    var size: Int64
    var seconds: Double
    /// How much of what has been recorded since would be lost: from the backup's last entry to the database's.
    var behindSeconds: Int64 = 0
    var compared = 0
    var problems: [String] = []

    init(
        copy: Database, live: Database, size: Int64, root: LedgerHash, records: Int, seconds: Double
    ) async throws {
        self.size = size
        self.seconds = seconds
        if try await LedgerRoot(live)(at: size) != root {
            problems.append("The database's ledger has another root at \(size) entries than the backup.")
        }
        let (before, after) = (
            try await live.read { try RecordCounts(on: $0) }, try await copy.read { try RecordCounts(on: $0) }
        )
        if after.events > before.events || after.people > before.people || after.ledgerEntries > before.ledgerEntries {
            problems.append("The backup holds more than the database.")
        }
        for id in try await copy.read({ try SampledEvents.ids(records, on: $0) }) {
            let (one, other) = (
                try await copy.read { try StoredEventReading.events([id], on: $0)[id].map { StoredEvent($0).digest } },
                try await live.read { try StoredEventReading.events([id], on: $0)[id].map { StoredEvent($0).digest } }
            )
            compared += 1
            if one == nil || one != other { problems.append("Record \(id) is not the same in the backup.") }
        }
        let (last, newest) = (try await Self.lastAt(copy), try await Self.lastAt(live))
        behindSeconds = max(0, (newest - last) / 1_000)
    }

    private static func lastAt(_ database: Database) async throws -> Int64 {
        try await database.read { connection in
            let row = try LedgerRowReading.entry(try LedgerRowReading.size(on: connection) - 1, on: connection)
            return row.flatMap { LedgerEntry(canonical: Array($0.line.utf8)) }?.at ?? 0
        }
    }
}
