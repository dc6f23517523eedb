import ArgumentParser
import Casework
import Domain
import Foundation
import Store

/// Fills the ledger with so many looks, as many workers at once would leave them, and says at what rate.
struct Append: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "append")

    @OptionGroup var record: MeasuredRecord
    @Option(help: "How many entries.") var entries: Int
    @Option(help: "How many look at once.") var workers = 256

    func run() async throws {
        let world = try await OpenedRecord(record).world
        guard let role = world.rules.current.directory.roles.first(where: { $0.role == "drugs-worker" }) else {
            throw NotMeasured("There is no drugs worker.")
        }
        let viewer = Viewer(
            worker: role.worker, name: "Worker Example", agency: role.agency, role: role.role, purpose: "treatment",
            session: "measured")
        let (each, begun) = (entries / workers, Date())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    for _ in 0..<each { try await KeepRefusal(world)("GET /measured", by: viewer) }
                }
            }
            try await group.waitForAll()
        }
        let seconds = Date().timeIntervalSince(begun)
        let count = each * workers
        say([("entries", .integer(Int64(count))), ("aSecond", .integer(Int64(Double(count) / seconds)))])
        await world.database.close()
    }
}
