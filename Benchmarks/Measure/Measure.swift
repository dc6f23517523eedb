import ArgumentParser

/// What script/bench runs inside the project's own code: the making of its database, the engine alone, and the statements
/// that pages ask of the database.
@main
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The parts of script/bench that need the project's own code.",
        subcommands: [LoadCounty.self, EngineRate.self, AskedStatements.self])
}

/// The database that is measured, with the rules it was made under.
struct MeasuredRecord: ParsableArguments {
    @Option(help: "The database; its key file stands beside it.")
    var database: String

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
