import ArgumentParser
import Domain
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fills a fresh database with a made-up partnership and serves it on this machine.",
        discussion: """
            Everybody in it is made up. The same seed and day tell the same stories; with --at the whole server lives at \
            that time and goes on from there.
            """)

    @Option(
        help: "When it is, such as “2026-11-18 22:30” in London; now when not said.",
        transform: { try LondonTime.read($0) })
    var at: Instant?

    @Option(help: "The scheme to show; the first that has a demonstration when not said.")
    var scheme: String?

    @Option(help: "The folder of the schemes.")
    var schemes = "Schemes"

    @Option(help: "Another number tells other stories.")
    var seed: UInt64 = 1

    @Option(help: "The database to fill.")
    var database = "data/demo.sqlite"

    @Option(help: "The port; 0 lets the system choose one.")
    var port = 8080

    @Option(help: "The folder that script/assets filled.")
    var assets: String = Settings.current.text(.assets) ?? ".build-assets"

    @Flag(help: "Throw away the demonstration that is there, and fill it again.")
    var again = false

    @Flag(help: "Fill and serve a temporary database, sign in, open a board and a person, and stop.")
    var check = false

    @Option(help: "Print the code that a worker of the demonstration signs in with now, and stop.")
    var code: String?

    func run() async throws {
        if let code { return try await DemoCode(database: database).say(code) }
        if check { return try await DemoCheck(self).run() }
        let file = DemoFile(database)
        try await file.makeRoom(again: again)
        let filling = DemoFilling(self, file: file)
        let filled = try await filling.fill { Say.progress($0) }
        Say.progressDone()
        try await Serve.serve(filled.startup, web: webOptions()) { port in
            DemoWelcome(filled: filled, port: port, database: database, isShifted: at != nil).say()
        }
    }

    func validate() throws {
        if check, code != nil || again { throw ValidationError("--check works on a database of its own.") }
    }
}

/// A time on the command line.
enum LondonTime {
    static func read(_ text: String) throws -> Instant {
        guard let instant = Instant(typed: text) else {
            throw ValidationError(
                "“\(text)” is no time. Write it as “2026-11-18 22:30”, or with a Z as 2026-11-18T22:30:00Z.")
        }
        return instant
    }
}
