import ArgumentParser

/// What script/bench and script/assurance run inside the project's own code: the making of a database, the engine alone,
/// the statements that pages ask of the database, and workers who write until they are cut off.
@main
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The parts of script/bench that need the project's own code.",
        subcommands: [
            LoadCounty.self, EngineRate.self, AskedStatements.self, Acknowledge.self, Append.self, History.self,
        ])
}

/// The database that is measured, with the rules it was made under.
struct MeasuredRecord: ParsableArguments {
    @Option(help: "The database, a file or an address.")
    var database: String

    @Option(help: "The key file; beside the database when not said.")
    var keys: String?

    @Option(help: "The folder of the scheme it runs under.")
    var scheme = "Schemes/nottingham"
}

/// An option of the command; the record has options too, of a question.
typealias Option = ArgumentParser.Option

/// Why nothing was measured.
struct NotMeasured: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
