import ArgumentParser
import Casework
import Domain
import Store

struct WorkerAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds somebody who can sign in. The password and key printed are shown this once.")

    @Argument(help: "What they type to sign in.")
    var signInName: String

    @Option(help: "Their name as colleagues see it.")
    var name: String

    @Option(help: "The number a colleague rings.")
    var phone: String = ""

    @Option(
        help: "What they act as, as ROLE@AGENCY. May be given several times.",
        transform: { try RoleArgument.read($0) })
    var role: [RoleArgument]

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let known = startup.world.definitions.roles.map(\.id)
        for role in role where !known.contains(role.role) {
            throw Ending.refused(
                "No published scheme has the role \(role.role). There are: \(known.joined(separator: ", ")).")
        }
        let roles = role.map { WorkerRole(worker: "", agency: $0.agency, role: $0.role) }
        let issued = try await AddWorker(FrontDoor(startup.world))(
            AddWorker.NewWorker(signInName: signInName, name: name, phone: phone, roles: roles), by: Startup.viewer)
        if json {
            Say.out([
                ("link", .string(issued.link)), ("name", .string(issued.signInName)),
                ("password", .string(issued.password)), ("secret", .string(issued.secret)),
                ("worker", .string(issued.worker)),
            ])
        } else {
            Say.out(
                """
                Added \(name) as \(issued.signInName). This is shown once:

                  password   \(issued.password)
                  key        \(issued.secret)
                  link       \(issued.link)

                The key, or the link, goes into an authenticator app.
                """)
        }
        await startup.close()
    }
}

/// A role and the agency it is held for.
struct RoleArgument: Sendable {
    let role: String
    let agency: String

    static func read(_ text: String) throws -> RoleArgument {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ValidationError("“\(text)” is not a role and an agency. Write it as ROLE@AGENCY.")
        }
        return RoleArgument(role: parts[0], agency: parts[1])
    }
}
