import ArgumentParser
import Domain
import Foundation
import Ledger
import SQLAccess
import SQLiteAccess

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a database out of a backup, once the backup has been found sound.",
        discussion: "Nothing is ever overwritten. The key file is not part of a backup: put it beside the database.")

    @Argument(help: "The backup.")
    var file: String

    @Option(help: "The database to make: a file that is not there yet, or the address of an empty one on a server.")
    var to: String

    @Option(help: "The key file; beside the new database when not said.")
    var keys: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let isOnServer = DatabaseOptions.isOnServer(to)
        if !isOnServer, FileManager.default.fileExists(atPath: to) {
            throw Ending.refused("\(to) is there already, and is never overwritten.")
        }
        let usual = Settings.current.text(.keys) ?? DatabaseOptions.usualKeyFile(of: to)
        let keyFile = KeyFileStore(path: keys ?? usual)
        guard keyFile.exists else {
            throw Ending.refused("There is no key file \(keyFile.path). A backup opens with one only: say --keys.")
        }
        // Where what is in clear may be: where the database will be, or on this machine for a while.
        let target = CopyFiles(
            isOnServer ? FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).restore" : to)
        try FileSafety.makeFolder(for: target.file)
        try target.removePart()
        let size: Int64
        let root: String
        do {
            let opened = try await OpenedCopy.open(file, into: target.part, keys: keyFile.read())
            (size, root) = (opened.checkpoint.checkpoint.size, opened.checkpoint.checkpoint.root.hex)
            if isOnServer {
                let engine = try await Engine.openForCopying(to, mayMake: true)
                _ = try await DatabaseCopy(source: opened.sqlite, target: engine.base)() {
                    Say.progress("copied \($0) rows")
                }
                await engine.base.close()
            }
            await opened.sqlite.close()
        } catch {
            try target.removePart()
            throw error
        }
        if isOnServer { try target.removePart() } else { try target.finish() }
        Say.progressDone()
        var options = DatabaseOptions()
        options.database = to
        let name = options.shownName
        guard json else { return Say.out("\(name): sound, as it was signed; \(size) entries, root \(root)") }
        Say.out([("database", .string(name)), ("entries", .integer(size)), ("root", .string(root))])
    }
}
