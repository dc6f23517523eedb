import ArgumentParser
import Domain
import Foundation
import SchemeFiles

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Runs the rules over a file of events and says where everybody stands, with no database.")

    @Option(help: "The scheme's folder.")
    var scheme: String

    @Option(help: "The instant to judge, such as 2026-03-01T09:00:00Z.", transform: { try InstantArgument.read($0) })
    var asOf: Instant

    @Option(help: "Leave out what was recorded after this instant.", transform: { try InstantArgument.read($0) })
    var knownAt: Instant?

    @Flag(help: "One JSON object for each enrolment and line.")
    var json = false

    @Argument(help: "The events, one JSON object a line.")
    var events: String

    func run() throws {
        let loaded = try SchemeOnDisk(scheme).loaded
        if loaded.diagnostics.hasErrors {
            for diagnostic in loaded.diagnostics { Say.problem(diagnostic.description) }
            throw Ending.refused()
        }
        let content: Data
        do {
            content = try Data(contentsOf: URL(fileURLWithPath: events))
        } catch {
            throw Ending.unreadable("The file \(events) cannot be read.")
        }
        let definitions = loaded.definitions
        let (read, diagnostics) = EventLineReading.read(Array(content), file: events, definitions: definitions)
        for diagnostic in diagnostics { Say.problem(diagnostic.description) }
        if diagnostics.hasErrors { throw Ending.refused() }
        let report = ReplayReport(read, definitions: definitions, asOf: asOf, knownAt: knownAt)
        let text = json ? report.jsonLines : report.text
        if !text.isEmpty { Say.out(text) }
    }
}

/// Instants on the command line.
enum InstantArgument {
    static func read(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else {
            throw ValidationError("“\(text)” is no instant. Write it as 2026-03-01T09:00:00Z.")
        }
        return instant
    }
}
