import ArgumentParser
import Casework
import Domain

struct SchemePublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Puts a scheme, and those it builds on, in force.",
        discussion: "Nothing is published while anything is wrong. A running server takes it up within seconds.")

    @OptionGroup var scheme: SchemeFolderArgument
    @OptionGroup var options: DatabaseOptions

    @Option(
        help: """
            The first day on which new enrolments begin under it, such as 2026-04-01. When not said: always, for a \
            scheme's first version; today, for a later one.
            """, transform: { try DayArgument.read($0) })
    var from: Day?

    func run() async throws {
        let found = try SchemeOnDisk(scheme.folder)
        _ = try found.usable()
        let startup = try await Startup.open(options, need: .newOrOld)
        let outcomes = try await PublishSchemes(startup.world)(
            found.published(), from: from, by: Startup.viewer)
        for outcome in outcomes {
            let from = outcome.from.map { ", from \($0.text)" } ?? ""
            Say.out(outcome.isNew ? "\(outcome.version): published\(from)" : "\(outcome.version): in force already")
        }
        await startup.close()
    }
}

/// Days on the command line.
enum DayArgument {
    static func read(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("“\(text)” is no day. Write it as 2026-04-01.") }
        return day
    }
}
