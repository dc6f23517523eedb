import ArgumentParser
import SchemeFiles

struct SchemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme", abstract: "Checks, tries, explains and publishes what a partnership works by.",
        subcommands: [SchemeCheck.self, SchemeTest.self, SchemePublish.self, SchemeExplain.self])
}

/// A scheme's folder, as every subcommand takes it.
struct SchemeFolderArgument: ParsableArguments {
    @Argument(help: "The scheme's folder. The schemes it builds on lie beside it.")
    var folder: String

    /// Reads it with the schemes it builds on, and says what is wrong. Throws when it cannot be used.
    func load() throws -> LoadedSchemes {
        try SchemeOnDisk(folder).usable()
    }
}
