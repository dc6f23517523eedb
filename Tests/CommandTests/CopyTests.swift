import ArgumentParser
import Casework
import Domain
import Foundation
import Ledger
import SQLAccess
import SQLiteAccess
import Store
import TestDatabases
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

    @Test("A backup is sound, signed and encrypted, is one file, and makes the same database again")
    func roundTrip() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.backup")
        try await Self.run(Backup.self, [copy] + database)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["copy.backup", "d"])
        let inTheFolder = try FileManager.default.contentsOfDirectory(atPath: folder.path("d"))
        #expect(!inTheFolder.contains { $0.contains("backup") }, "\(inTheFolder)")
        #expect(!(try Data(contentsOf: URL(filePath: copy))).contains(Data("SQLite format".utf8)))
        let keys = folder.path("d/t.sqlite.keys")
        try await Self.run(Restore.self, [copy, "--to", folder.path("r/new.sqlite"), "--keys", keys])
        let restored = try await SQLiteDatabase.open(path: folder.path("r/new.sqlite"))
        #expect(try await restored.read { try AgencyRows.agencies(on: $0) }.map(\.id) == ["a", "b", "c"])
        await restored.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("r")) == ["new.sqlite"])
    }

    @Test("A drill finds a backup of this database good, also when more was written since, and another's bad")
    func drill() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.backup")
        try await Self.run(Backup.self, [copy] + database)
        let startup = try await Startup.open(DatabaseOptions.parse(database), need: .newOrOld)
        try await AddAgency(startup.world)(
            Agency(id: "later", title: "L", kind: "k", phone: ""), by: Startup.viewer)
        await startup.close()
        try await Self.run(RestoreDrill.self, [copy] + database)
        // The same keys, and another life from then on.
        let other = try SandboxFolder()
        try FileManager.default.createDirectory(atPath: other.path("d"), withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: other.path("d"))
        try FileManager.default.copyItem(
            atPath: folder.path("d/t.sqlite.keys"), toPath: other.path("d/t.sqlite.keys"))
        let second = try await Self.database(other)
        await #expect { try await Self.run(RestoreDrill.self, [copy] + second) } throws: { Ending($0).code == .refused }
    }

    @Test("Nothing is overwritten, by a backup or by a restore")
    func neverOverwrites() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.backup")
        try await Self.run(Backup.self, [copy] + database)
        await #expect { try await Self.run(Backup.self, [copy] + database) } throws: { Ending($0).code == .refused }
        await #expect {
            try await Self.run(
                Restore.self, [copy, "--to", folder.path("d/t.sqlite"), "--keys", folder.path("d/t.sqlite.keys")])
        } throws: { Ending($0).code == .refused }
    }

    @Test("A copy with any byte changed, cut short or longer, or of another key, is not restored")
    func refusesOthers() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let copy = folder.path("copy.backup")
        try await Self.run(Backup.self, [copy] + database)
        let whole = try Data(contentsOf: URL(filePath: copy))
        let keys = folder.path("d/t.sqlite.keys")
        var spoilt: [(String, Data, String)] = []
        for place in [0, 25, 40, 90, whole.count / 3, whole.count / 2, whole.count - 20, whole.count - 1] {
            var changed = whole
            changed[place] ^= 1
            spoilt.append(("byte \(place)", changed, keys))
        }
        spoilt.append(("cut short", whole.dropLast(1), keys))
        spoilt.append(("cut in half", whole.prefix(whole.count / 2), keys))
        spoilt.append(("longer", whole + [0], keys))
        let other = try SandboxFolder()
        _ = try await Self.database(other)
        spoilt.append(("another key", whole, other.path("d/t.sqlite.keys")))
        let (path, target) = (folder.path("spoilt.backup"), folder.path("r/new.sqlite"))
        for (what, bytes, keys) in spoilt {
            try bytes.write(to: URL(filePath: path))
            await #expect("\(what)") {
                try await Self.run(Restore.self, [path, "--to", target, "--keys", keys])
            } throws: {
                Ending($0).code == .refused
            }
            #expect(!FileManager.default.fileExists(atPath: target), "\(what)")
            #expect(!FileManager.default.fileExists(atPath: target + ".part"), "\(what)")
        }
    }

    @Test(
        "A database is copied to a server and back with its ledger, and nothing is copied over anything",
        .enabled(if: TestServer.isThere, "there is no PostgreSQL: THROUGHCARE_TEST_POSTGRES is not set"))
    func betweenEngines() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let server = try TestServer.fresh()
        try await Self.run(Copy.self, ["--from", database[1], "--to", server.address])
        await #expect { try await Self.run(Copy.self, ["--from", database[1], "--to", server.address]) } throws: {
            Ending($0).code == .refused
        }
        let back = folder.path("back.sqlite")
        try await Self.run(Copy.self, ["--from", server.address, "--to", back])
        let (first, last) = (
            try await SQLiteDatabase.open(path: database[1]), try await SQLiteDatabase.open(path: back)
        )
        for table in TableCopy.all {
            let (one, other) = (
                try await first.read { try table.rows(after: nil, limit: 10_000, on: $0) },
                try await last.read { try table.rows(after: nil, limit: 10_000, on: $0) }
            )
            #expect(one == other, "\(table.name)")
        }
        await first.close()
        await last.close()
        // A backup of the server's database is a file like any other.
        let keys = database[1] + ".keys"
        try await Self.run(Backup.self, [folder.path("s.backup"), "--database", server.address, "--keys", keys])
        let target = try TestServer.fresh()
        try await Self.run(Restore.self, [folder.path("s.backup"), "--to", target.address, "--keys", keys])
        try await Self.run(AuditVerify.self, ["--database", target.address, "--keys", keys])
    }

    @Test("What is copied is every table and column there is")
    func everyTable() async throws {
        let folder = try SandboxFolder()
        let database = try await Self.database(folder)
        let sqlite = try await SQLiteDatabase.open(path: database[1])
        let there = Set(try await sqlite.columns().filter { $0.table != "schema_migrations" })
        let copied = TableCopy.all.flatMap { table in
            table.columns.map { SQLColumn(table: "\(table.name)", column: "\($0)") }
        }
        #expect(Set(copied) == there)
        await sqlite.close()
    }
}
