import ArgumentParser
import Casework
import Store

/// A worker by the name they sign in with, as commands name them.
struct NamedWorker: ParsableArguments {
    @Argument(help: "The sign-in name.")
    var signInName: String

    /// Throws `Missing`.
    func find(_ startup: Startup) async throws -> Worker {
        let name = signInName.lowercased()
        let found = try await startup.world.database.read { try AgencyRows.worker(signInName: name, on: $0) }
        guard let found else { throw Missing() }
        return found
    }
}
