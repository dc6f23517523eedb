import Casework
import Foundation
import SQLAccess
import SQLiteAccess
import Store

/// A demonstration's database: a file, or one on a server that holds nothing else.
struct DemoFile {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    private static let endings = ["", "-wal", "-shm", ".keys"]

    private var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The options that open it.
    var options: DatabaseOptions {
        var options = DatabaseOptions()
        options.database = path
        options.keys = nil
        return options
    }

    /// Refuses a database that is there; with `again`, throws it away if it is a demonstration and nothing else.
    func makeRoom(again: Bool) async throws {
        if options.isOnServer { return try await mustBeEmpty() }
        guard isThere else { return }
        guard again else {
            throw Ending.refused(
                """
                There is a database \(path). With --again it is thrown away and filled again; to serve it as it was left, \
                run throughcare serve --database \(path).
                """)
        }
        let database = Database(try await SQLiteDatabase.open(path: path))
        let isDemonstration: Bool
        do {
            isDemonstration = try await Demonstration.isHeld(by: database)
        } catch {
            // Whatever it is, it is nothing that a demonstration left.
            isDemonstration = false
        }
        await database.close()
        guard isDemonstration else {
            throw Ending.refused("\(path) is not a demonstration. It is left alone.")
        }
        try remove()
    }

    /// A database on a server is made and thrown away by whoever keeps the server.
    private func mustBeEmpty() async throws {
        let engine = try await Engine.open(options)
        let isEmpty = try await engine.base.columns().isEmpty
        await engine.base.close()
        guard isEmpty else {
            throw Ending.refused(
                """
                \(options.shownName) is not empty, and is left alone. Make another database for a demonstration, or serve \
                the one that is there with throughcare serve --database.
                """)
        }
    }

    func remove() throws {
        for ending in Self.endings where FileManager.default.fileExists(atPath: path + ending) {
            do {
                try FileManager.default.removeItem(atPath: path + ending)
            } catch {
                throw Ending.unreadable("\(path + ending) cannot be removed.")
            }
        }
    }
}
