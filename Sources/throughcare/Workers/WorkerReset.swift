import ArgumentParser
import Casework
import Domain
import Store

struct WorkerReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Gives a worker a new password, a new second factor, or ends their sessions.",
        discussion: """
            Every session of theirs ends. What is new is printed this once. Make sure first that it is them who asks.
            """)

    @OptionGroup var named: NamedWorker

    @Flag(help: "A new password.")
    var password = false

    @Flag(help: "A new second factor: the phone is lost.")
    var secondFactor = false

    @Flag(help: "Only end every session.")
    var sessions = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        if password || secondFactor ? sessions : !sessions {
            throw ValidationError("Say what to reset: --password, --second-factor, both of these, or --sessions alone.")
        }
    }

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let worker = try await named.find(startup)
        if sessions {
            try await EndSessions(startup.world)(of: worker.id, by: Startup.viewer)
            ChangedWorker(worker).say("is signed out everywhere", "sessions-ended", json: json)
        } else {
            let what: GiveAccess.What = password && secondFactor ? .both : password ? .password : .secondFactor
            say(try await GiveAccess(FrontDoor(startup.world))(what, to: worker.id, by: Startup.viewer))
        }
        await startup.close()
    }

    private func say(_ given: GivenAccess) {
        if json {
            let parts = [("link", given.link), ("password", given.password), ("secret", given.secret)]
            Say.out(
                [
                    ("done", .string("access-given")), ("name", .string(given.signInName)),
                    ("worker", .string(given.worker)),
                ]
                    + parts.compactMap { name, value in value.map { (name, .string($0)) } })
            return
        }
        let lines = [("password", given.password), ("key", given.secret), ("link", given.link)].compactMap {
            name, value in
            value.map { "  \(name)\(String(repeating: " ", count: 11 - name.count))\($0)" }
        }
        Say.out(
            """
            \(given.name) (\(given.signInName)) is signed out everywhere. This is shown once:

            \(lines.joined(separator: "\n"))
            """)
        if given.secret != nil { Say.out("\nThe key, or the link, goes into an authenticator app.") }
    }
}
