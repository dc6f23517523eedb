import Credentials
import ArgumentParser
import Casework
import Domain
import Foundation
import Ledger
import SQLAccess
import SQLiteAccess
import SchemeFiles
import Store
import Testing

@testable import throughcare

struct StartTests {
    private static func options(_ folder: SandboxFolder, _ name: String = "data/t.sqlite") throws -> DatabaseOptions {
        try DatabaseOptions.parse(["--database", folder.path(name)])
    }

    @Test("A new database is made for its owner alone, with keys, and is opened again with the same ones")
    func newDatabase() async throws {
        let folder = try SandboxFolder()
        let options = try Self.options(folder)
        let first = try await Startup.open(options, need: .newOrOld)
        #expect(FileSafety(folder.path("data"))?.mode == 0o700)
        #expect(FileSafety(options.keyFile)?.mode == 0o600)
        #expect(FileSafety(options.keyFile)?.problem == nil)
        await first.close()
        let again = try await Startup.open(options, need: .rules)
        #expect(again.world.keys.names == first.world.keys.names)
        await again.close()
    }

    @Test("Keys are not made anew for a database that needs its old ones")
    func lostKeys() async throws {
        let folder = try SandboxFolder()
        let options = try Self.options(folder)
        let startup = try await Startup.open(options, need: .newOrOld)
        try await AddAgency(startup.world)(
            Agency(id: "a", title: "A", kind: "k", phone: ""), by: Startup.viewer)
        try await WriteCheckpoint(startup.world)()
        await startup.close()
        try FileManager.default.removeItem(atPath: options.keyFile)
        await #expect { try await Startup.open(options, need: .newOrOld) } throws: { Ending($0).code == .unreadable }
        #expect(!FileManager.default.fileExists(atPath: options.keyFile))
    }

    @Test("A key file that others can read is refused")
    func openKeys() async throws {
        let folder = try SandboxFolder()
        let options = try Self.options(folder)
        let startup = try await Startup.open(options, need: .newOrOld)
        await startup.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: options.keyFile)
        await #expect { try await Startup.open(options, need: .rules) } throws: { Ending($0).code == .refused }
    }

    @Test("A file that is no database, and none at all, cannot be read")
    func noDatabase() async throws {
        let folder = try SandboxFolder()
        try folder.write(String(repeating: "not a database ", count: 100), to: "other.sqlite")
        for name in ["other.sqlite", "none.sqlite"] {
            let options = try Self.options(folder, name)
            await #expect { try await Startup.open(options, need: .record) } throws: { Ending($0).code == .unreadable }
        }
    }

    @Test("What others can reach is named")
    func fileSafety() throws {
        let folder = try SandboxFolder()
        try folder.write("", to: "d/t.sqlite", mode: 0o644)
        try folder.write("", to: "d/t.sqlite.keys", mode: 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("d"))
        let problems = FileSafety.problems(database: folder.path("d/t.sqlite"), keyFile: folder.path("d/t.sqlite.keys"))
        #expect(problems.count == 1)
        #expect(problems.first?.contains("t.sqlite can be reached by other accounts (mode 644)") == true)
    }

    @Test(
        "A clock behind the ledger, or before this program, is not believed",
        arguments: [
            ("2025-12-31T23:59:59Z", nil, Finding.State.unsafe), ("2026-05-01T12:00:00Z", nil, .ok),
            ("2026-05-01T12:00:00Z", "2026-05-01T12:01:59Z", .ok),
            ("2026-05-01T12:00:00Z", "2026-05-01T12:02:01Z", .unsafe),
            ("2028-05-01T12:00:00Z", "2026-05-01T12:00:00Z", .look),
        ] as [(String, String?, Finding.State)])
    func clock(now: String, last: String?, state: Finding.State) throws {
        let finding = ClockSanity.finding(now: try #require(Instant(now)), lastEntry: last.flatMap { Instant($0) })
        #expect(finding.state == state)
    }
}
