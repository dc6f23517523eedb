import ArgumentParser
import Casework
import Domain

struct WorkerCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Prints the code an authenticator app would show. Only for demonstration databases.")

    @Argument(help: "The sign-in name.")
    var signInName: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let opened = try await Startup.open(options, need: .record)
        // A demonstration may live at another time than this machine.
        let startup = opened.ahead(by: try await Demonstration.ahead(in: opened.world.database))
        let code = try await CurrentCode(FrontDoor(startup.world))(signInName)
        let now = startup.world.now()
        if json {
            Say.out([("code", .string(code.digits)), ("from", .string(code.from.iso))])
        } else {
            if code.from > now {
                Say.problem(
                    "The codes before it are used up; it works in \(now.milliseconds(until: code.from) / 1_000 + 1) s.")
            }
            Say.out(code.digits)
        }
        await startup.close()
    }
}
