import ArgumentParser
import Casework
import Domain
import SQLAccess
import SQLiteAccess
import Store
import Testing
import Web

@testable import throughcare

struct EndingTests {
    @Test("Each kind of error has its exit code")
    func codes() {
        let cases: [(any Error, Ending.Code)] = [
            (SQLFault.corrupt, .unreadable), (SQLFault.full, .fault), (StoreFault.damaged, .unreadable),
            (StoreFault.io, .fault), (SQLiteRefusal.libraryTooOld(found: "3.1"), .unreadable),
            (MigrationRefusal.newerDatabase(recorded: 12, known: 10), .unreadable),
            (WebOptionsRefusal.hostsMissing, .usage), (AddWorkerRefusal.taken, .refused),
            (WorkerRefusal.lastAdministrator, .refused),
            (PublishRefusal.superseded("a@1"), .refused), (NotProven.waiting(3), .refused),
            (CheckpointNotWritten.entriesMissing, .refused), (Missing(), .refused),
            (ValidationError("no"), .usage), (Ending.unreadable("x"), .unreadable),
        ]
        for (error, code) in cases {
            #expect(Ending(error).code == code, "\(error)")
            #expect(!Ending(error).message.isEmpty)
        }
    }

    @Test("What is unknown is a fault, and its text is not repeated")
    func unknown() {
        struct Secretive: Error, CustomStringConvertible { var description: String { "Robin Example" } }
        let ending = Ending(Secretive())
        #expect(ending.code == .fault)
        #expect(!ending.message.contains("Robin"))
    }

    @Test("Help is no error")
    func help() {
        do {
            var command = try Throughcare.parseAsRoot(["--help"])
            try command.run()
            Issue.record("help ends the command by an error")
        } catch {
            #expect(Ending(error).code == .ok)
            #expect(Ending(error).message.contains("USAGE"))
        }
    }

    @Test(
        "What is asked wrongly is told apart from what is refused",
        arguments: [
            ["serve", "--port", "none"], ["scheme", "publish", "x", "--from", "yesterday"],
            ["replay", "--scheme", "x"],
            ["worker", "add", "kim", "--name", "Kim", "--role", "drugs-worker"], ["serve", "--tls-key", "k"],
            ["worker", "reset", "kim"], ["worker", "reset", "kim", "--password", "--sessions"],
            ["worker", "end-role", "kim", "drugs-worker@cjit", "--on", "tomorrow"], ["no-such"],
        ])
    func usage(arguments: [String]) {
        do {
            _ = try Throughcare.parseAsRoot(arguments)
            Issue.record("refused by the parser: \(arguments)")
        } catch {
            #expect(Ending(error).code == .usage)
        }
    }
}
