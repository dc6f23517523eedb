import ArgumentParser
import Casework
import Domain
import Store

struct WorkerAddRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-role", abstract: "Gives a worker a role. Somebody who had left is back with it.")

    @OptionGroup var named: NamedWorker

    @Argument(help: "The role, as ROLE@AGENCY.", transform: { try RoleArgument.read($0) })
    var role: RoleArgument

    @Option(help: "The team within the agency.")
    var team: String = ""

    @Option(help: "The place, where that limits what a board shows.")
    var venue: String?

    @Option(help: "The first day, such as 2027-03-27; always when not said.", transform: { try DayArgument.read($0) })
    var from: Day?

    @Option(help: "The last day; none when not said.", transform: { try DayArgument.read($0) })
    var until: Day?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let worker = try await named.find(startup)
        let request = RoleRequest(
            agency: role.agency, role: role.role, team: team, venue: venue, from: from, until: until)
        try await AddRole(startup.world)(request, to: worker.id, by: Startup.viewer)
        ChangedWorker(worker).say("has the role \(role.role)@\(role.agency)", "role-added", json: json)
        await startup.close()
    }
}

struct WorkerEndRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-role", abstract: "Ends a worker's role: now, with its sessions, or at the end of a day.")

    @OptionGroup var named: NamedWorker

    @Argument(help: "The role, as ROLE@AGENCY.", transform: { try RoleArgument.read($0) })
    var role: RoleArgument

    @Option(
        help: "Its last day, such as 2027-03-27; it ends now when not said.", transform: { try DayArgument.read($0) })
    var on: Day?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let worker = try await named.find(startup)
        try await EndRole(startup.world)(
            of: worker.id, agency: role.agency, role: role.role, on: on, by: Startup.viewer)
        let when = on.map { "until the end of \($0.text)" } ?? "no longer"
        ChangedWorker(worker).say("has the role \(role.role)@\(role.agency) \(when)", "role-ended", json: json)
        await startup.close()
    }
}

struct WorkerLeave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Ends every role, session and duty shift of a worker who leaves, now.")

    @OptionGroup var named: NamedWorker

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let worker = try await named.find(startup)
        try await RecordLeaving(startup.world)(of: worker.id, by: Startup.viewer)
        ChangedWorker(worker).say("has left and can no longer sign in", "worker-left", json: json)
        await startup.close()
    }
}

/// What a command says of the worker it changed.
struct ChangedWorker {
    let worker: Worker

    init(_ worker: Worker) {
        self.worker = worker
    }

    func say(_ sentence: String, _ done: String, json: Bool) {
        if json {
            Say.out([
                ("done", .string(done)), ("name", .string(worker.signInName)), ("worker", .string(worker.id)),
            ])
        } else {
            Say.out("\(worker.name) (\(worker.signInName)) \(sentence).")
        }
    }
}
