import ArgumentParser
import Foundation

/// Which database, and which keys.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database. THROUGHCARE_DATABASE names another default.")
    var database: String = ProcessInfo.processInfo.environment["THROUGHCARE_DATABASE"] ?? "data/throughcare.sqlite"

    @Option(help: "The key file; beside the database when not said.")
    var keys: String?

    var keyFile: String { keys ?? database + ".keys" }
}
