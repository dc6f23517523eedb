import ArgumentParser
import Casework
import Domain
import Foundation
import SchemeFiles
import Store

/// Fills a database, whose scheme is published, with a made-up county: every row that recording one event after another
/// would have left, written thousands of people to a transaction.
struct LoadCounty: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "load")

    @OptionGroup var record: MeasuredRecord
    @Option var county = "Benchmarks/county"
    @Option(help: "How many people.") var people: Int
    @Option(help: "Another number makes other people.") var seed: UInt64
    @Option(help: "Where sign-in names, passwords and keys of the workers are written.") var workers: String

    @Option(help: "How many people are written in one transaction.") var part = 4_000

    func run() async throws {
        // What is loaded is verified afterwards and made again when it was cut off, so no commit waits for the disk. Keys
        // are random: each transaction touches most pages of the database, once where they are all at hand.
        let opened = try await OpenedRecord(record, mustKeepCommits: false, writerCacheKiB: 1 << 20)
        var (plan, diagnostics) = DemoReading.read(opened.loaded, folder: SchemeFolder(reading: county))
        for diagnostic in diagnostics { print(diagnostic) }
        guard !diagnostics.hasErrors else { throw NotMeasured("\(county) has mistakes.") }
        plan.people.count = people
        let world = opened.world
        let filled = try await FillDemonstration(FrontDoor(world))(
            plan, seed: seed, recording: RecordHistory(world, entriesEach: true, part: part)
        ) { progress in
            switch progress {
            case .workers(let done, let all): Self.show("workers", done, of: all)
            case .people(let done, let all): Self.show("people", done, of: all)
            }
        }
        FileHandle.standardError.write(Data("\n".utf8))
        guard filled.problems.isEmpty else { throw NotMeasured("A form would have refused: \(filled.problems[0])") }
        try write(filled.workers)
        await world.database.close()
        say([
            ("people", .integer(Int64(filled.people))), ("events", .integer(Int64(filled.events))),
            ("deadlines", .integer(Int64(filled.deadlines))),
        ])
    }

    private static func show(_ what: String, _ done: Int, of all: Int) {
        let full = 40 * done / max(1, all)
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 40 - full)
        FileHandle.standardError.write(Data("\r[\(bar)] \(done) of \(all) \(what)   ".utf8))
    }

    private func write(_ workers: [(worker: DemoWorker, issued: AddWorker.Issued)]) throws {
        let lines = workers.map { worker, issued -> CanonicalJSON in
            .object(
                CanonicalObject([
                    ("agency", .string(worker.agency)), ("id", .string(issued.worker)),
                    ("name", .string(issued.signInName)), ("password", .string(issued.password)),
                    ("role", .string(worker.roles[0])), ("secret", .string(issued.secret)),
                ]))
        }
        let text = Data(CanonicalJSON.array(lines).bytes)
        guard
            FileManager.default.createFile(
                atPath: self.workers, contents: text, attributes: [.posixPermissions: 0o600])
        else { throw NotMeasured("\(self.workers) cannot be written.") }
    }
}
