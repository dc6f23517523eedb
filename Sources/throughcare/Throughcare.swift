import ArgumentParser
import Foundation

/// The command line's option: a scheme's record types have options too.
typealias Option<Value> = ArgumentParser.Option<Value>

/// The command. Each subcommand is a file of its name; nothing here knows what they do.
@main
struct Throughcare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughcare",
        abstract: "Case records for a partnership of police, courts, prisons, probation, treatment and housing.",
        discussion: """
            Ends with 0 when all is well, 1 when something was found or refused, 2 when it was asked wrongly, 3 when \
            something could not be read or opened, and 70 after a fault of its own.
            """,
        subcommands: [
            Serve.self, Health.self, Demo.self, SchemeCommand.self, Replay.self, AgencyCommand.self, WorkerCommand.self,
            PersonCommand.self,
            AuditCommand.self,
            Backup.self, Restore.self, RestoreDrill.self, Copy.self, Doctor.self,
        ])

    static func main() async {
        // Whatever is written from here on is for the owner of this account alone.
        umask(0o077)
        // Somebody who stops reading what is printed ends the command, not its process with a signal in mid-write.
        signal(SIGPIPE, SIG_IGN)
        do {
            let settings = try Settings(environment: ProcessInfo.processInfo.environment)
            try await Settings.$current.withValue(settings) { try await parseAndRun() }
        } catch {
            Ending(error).end()
        }
    }

    private static func parseAndRun() async throws {
        var command = try parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }
}
