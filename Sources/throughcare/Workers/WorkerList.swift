import ArgumentParser
import Casework
import Domain
import Store

struct WorkerList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the people who sign in, with the roles they hold or will hold.")

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        let (workers, roles) = try await startup.world.database.read { connection in
            (try AgencyRows.workers(on: connection), try AgencyRows.roles(on: connection))
        }
        let today = London.day(of: startup.world.now())
        for worker in workers {
            let isHere = worker.leavesOn.map { today <= $0 } ?? true
            let held = roles.filter { role in
                isHere && role.worker == worker.id && role.until.map { today <= $0 } ?? true
            }.map { "\($0.role)@\($0.agency)" }
            if json {
                Say.out([
                    ("leaves", worker.leavesOn.map { .string($0.iso) } ?? .null), ("name", .string(worker.name)),
                    ("roles", .array(held.map(CanonicalJSON.string))), ("signInName", .string(worker.signInName)),
                    ("worker", .string(worker.id)),
                ])
            } else {
                Say.out("\(worker.signInName)\t\(worker.name)\t\(held.joined(separator: " "))")
            }
        }
        await startup.close()
    }
}
