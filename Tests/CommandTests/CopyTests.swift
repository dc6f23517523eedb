import ArgumentParser
import Casework
import Domain
import Foundation
import Ledger
import SQLAccess
import SQLiteAccess
import Store
import Testing

@testable import throughcare

struct CopyTests {
    /// A database with something in its ledger, and the arguments that name it.
    private static func database(_ folder: SandboxFolder) async throws -> [String] {
        let arguments = ["--database", folder.path("d/t.sqlite")]
        let startup = try await Startup.open(DatabaseOptions.parse(arguments), need: .newOrOld)
        for id in ["a", "b", "c"] {
            try await AddAgency(startup.world)(
                Agency(id: id, title: id, kind: "k", phone: ""), by: Startup.viewer)
        }
        await startup.close()
        return arguments
    }

    private static func run<Command: AsyncParsableCommand>(_ type: Command.Type, _ arguments: [String]) async throws {
        var command = try type.parse(arguments)
        try await command.run()
    }

    @Test("A backup is sound and signed, is one file, and makes the same database again")
    func roundTrip() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.sqlite")
        try await Self.run(Backup.self, [copy] + database)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == ["copy.sqlite", "copy.sqlite.checkpoint", "d"])
        let keys = folder.path("d/t.sqlite.keys")
        try await Self.run(Restore.self, [copy, "--to", folder.path("r/new.sqlite"), "--keys", keys])
        let restored = try await SQLiteDatabase.open(path: folder.path("r/new.sqlite"))
        #expect(try await restored.read { try AgencyRows.agencies(on: $0) }.map(\.id) == ["a", "b", "c"])
        await restored.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("r")) == ["new.sqlite"])
    }

    @Test("Nothing is overwritten, by a backup or by a restore")
    func neverOverwrites() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.sqlite")
        try await Self.run(Backup.self, [copy] + database)
        await #expect { try await Self.run(Backup.self, [copy] + database) } throws: { Ending($0).code == .refused }
        await #expect {
            try await Self.run(
                Restore.self, [copy, "--to", folder.path("d/t.sqlite"), "--keys", folder.path("d/t.sqlite.keys")])
        } throws: { Ending($0).code == .refused }
    }

    @Test(
        "A copy that was changed, or is not the one signed, is not restored",
        arguments: ["ledger", "page", "note", "key"])
    func refusesOthers(what: String) async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.sqlite")
        try await Self.run(Backup.self, [copy] + database)
        var keys = folder.path("d/t.sqlite.keys")
        switch what {
        case "ledger":
            let sqlite = try await SQLiteDatabase.open(path: copy)
            try await sqlite.write { connection in
                try connection.run("DROP TRIGGER ledger_contents_stay")
                try connection.run("UPDATE ledger_contents SET content = replace(content, 'agency', 'agenda')")
            }
            await sqlite.close()
        case "page":
            let handle = try FileHandle(forUpdating: URL(filePath: copy))
            try handle.seek(toOffset: 4_096)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
            try handle.close()
        case "note":
            // The note of a later copy of the same ledger.
            let startup = try await Startup.open(DatabaseOptions.parse(database), need: .newOrOld)
            try await AddAgency(startup.world)(
                Agency(id: "later", title: "L", kind: "k", phone: ""), by: Startup.viewer)
            await startup.close()
            try await Self.run(Backup.self, [folder.path("later.sqlite")] + database)
            try FileManager.default.removeItem(atPath: copy + ".checkpoint")
            try FileManager.default.copyItem(
                atPath: folder.path("later.sqlite.checkpoint"), toPath: copy + ".checkpoint")
        default:
            let other = try SandboxFolder()
            _ = try await Self.database(other)
            keys = folder.path("other.keys")
            try FileManager.default.copyItem(atPath: other.path("d/t.sqlite.keys"), toPath: keys)
        }
        let (given, target) = (keys, folder.path("r/new.sqlite"))
        await #expect {
            try await Self.run(Restore.self, [copy, "--to", target, "--keys", given])
        } throws: { Ending($0).code == .refused || Ending($0).code == .unreadable }
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(!FileManager.default.fileExists(atPath: target + ".part"))
    }
}
