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
        let aside = CopyFiles(options.folderForCopies + "/restore.drill")
        try aside.removePart()
        let begun = SystemClock.now()
        let compared: CompareCopy.Result
        let seconds: Double
        do {
            let opened = try await OpenedCopy.open(file, into: aside.part, keys: startup.world.keys)
            seconds = Double(begun.milliseconds(until: SystemClock.now())) / 1_000
            compared = try await CompareCopy(of: startup.world.database)(
                Database(opened.sqlite), checkpoint: opened.checkpoint.checkpoint, records: records)
            await opened.sqlite.close()
        } catch {
            try aside.removePart()
            throw error
        }
        try aside.removePart()
        Say.progressDone()
        await startup.close()
        report(compared, seconds: seconds)
        if !compared.problems.isEmpty { throw Ending.refused() }
    }

    private func report(_ drill: CompareCopy.Result, seconds: Double) {
        guard !json else {
            return Say.out([
                ("behindSeconds", .integer(drill.behindSeconds)), ("entries", .integer(drill.entries)),
                ("ok", .bool(drill.problems.isEmpty)),
                ("problems", .array(drill.problems.map { .string($0) })), ("records", .integer(Int64(drill.records))),
                ("restoreMilliseconds", .integer(Int64(seconds * 1_000))),
            ])
        }
        for problem in drill.problems { Say.out(problem) }
        let restored = String(format: "%.1f", seconds)
        Say.out(
            """
            drill \(drill.problems.isEmpty ? "ok" : "NOT ok"): entries=\(drill.entries) records=\(drill.records) \
            behind_seconds=\(drill.behindSeconds) restore_seconds=\(restored)
            """)
    }
}
