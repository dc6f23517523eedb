import ArgumentParser
import Casework
import Domain
import Foundation
import Store

/// Records notes as fast as it can, from several workers at once, and prints the mark of each once it is acknowledged:
/// what a durability test cuts off, to see whether everything that was printed is there.
///
/// Ends with 0 when it has recorded what it was asked to, and with 70 when the database takes no more.
struct Acknowledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "acknowledge")

    @OptionGroup var record: MeasuredRecord
    @Option(help: "How many write at once.") var writers = 16
    @Option(help: "How many notes each writes; for ever when not said.") var notes = Int.max
    @Option(help: "How many of the writers look at the record instead, and print whom they saw.") var readers = 0
    @Flag(help: "Let commits be lost in a power cut: the control.") var control = false
    @Option(help: "What the marks begin with.") var mark = "note"

    func run() async throws {
        let opened = try await OpenedRecord(record, mustKeepCommits: !control)
        let world = opened.world
        guard let role = world.rules.current.directory.roles.first(where: { $0.role == "drugs-worker" }) else {
            throw NotMeasured("There is no drugs worker.")
        }
        let viewer = Viewer(
            worker: role.worker, name: "Worker Example", agency: role.agency, role: role.role,
            purpose: "treatment", session: "measured")
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers { group.addTask { try await write(writer, in: world, by: viewer) } }
                try await group.waitForAll()
            }
        } catch let fault as StoreFault {
            FileHandle.standardError.write(Data("stopped: \(fault)\n".utf8))
            throw ExitCode(70)
        }
        await world.database.close()
    }

    private func write(_ writer: Int, in world: World, by viewer: Viewer) async throws {
        let person = try await RegisterPerson(world)(
            type: "core/person-details", answers: ["family-name": .text("Example"), "given-name": .text("\(writer)")],
            by: viewer)
        if writer < readers { return try await look(at: person, in: world, by: viewer) }
        for number in 0..<notes {
            let text = "\(mark)-\(writer)-\(number)-end"
            try await retried {
                _ = try await RecordEvent(world)(
                    RecordRequest(
                        subject: person, type: "core/note", answers: ["text": .text(text)],
                        key: (name: text, bodyDigest: text)), by: viewer)
            }
            print(text)
        }
    }

    private func look(at person: String, in world: World, by viewer: Viewer) async throws {
        for _ in 0..<notes {
            try await retried { _ = try await OpenPerson(world)(person, by: viewer) }
            print("saw \(person)")
        }
    }

    /// A server that is out of reach for a moment is asked again, as a person would press again.
    private func retried(_ body: () async throws -> Void) async throws {
        while true {
            do {
                return try await body()
            } catch StoreFault.unreachable {
                try await Task.sleep(for: .milliseconds(50))
            } catch StoreFault.io where record.database.hasPrefix("postgres") {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    private func print(_ line: String) {
        // One call, so that lines of several tasks do not run into each other.
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
    }
}
