import ArgumentParser
import Casework
import Foundation
import Ledger
import SQLiteAccess
import Store

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a database out of a backup, once the backup has been found sound.",
        discussion: "Nothing is ever overwritten. The key file is not part of a backup: put it beside the database.")

    @Argument(help: "The backup. FILE.checkpoint lies beside it.")
    var file: String

    @Option(help: "The database to make. There must be no such file.")
    var to: String

    @Option(help: "A public key of the ledger, as NAME+BASE64, from audit key. May be given several times.")
    var key: [String] = []

    @Option(help: "The key file, when no public key is given; beside the new database when not said.")
    var keys: String?

    func run() async throws {
        let source = CopyFiles(file)
        let target = CopyFiles(to)
        if FileManager.default.fileExists(atPath: to) {
            throw Ending.refused("\(to) is there already, and is never overwritten.")
        }
        let note = try Self.text(source.checkpoint)
        try FileSafety.makeFolder(for: to)
        try target.removePart()
        do {
            try FileManager.default.copyItem(atPath: file, toPath: target.part)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.part)
        } catch {
            throw Ending.unreadable("\(file) cannot be copied to \(target.part).")
        }
        do {
            try await check(target.part, note: note)
        } catch {
            try target.removePart()
            throw error
        }
        try target.finish()
        Say.out("\(to): sound, and as \(source.checkpoint) says")
    }

    private func check(_ path: String, note: String) async throws {
        let sqlite = try await SQLiteDatabase.open(path: path)
        let database = Database(sqlite)
        let keys = try await publicKeys(database)
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(note: note)
        } catch {
            throw Ending.refused("\(file).checkpoint is no signed checkpoint.")
        }
        guard keys.contains(where: signed.isSigned) else {
            throw Ending.refused("\(file).checkpoint is not signed with a key of this ledger.")
        }
        try await CopyCheck.mustBeSound(sqlite, keys: keys)
        let last = try await database.read { try CheckpointRows.last(on: $0) }
        guard let last, last.note.utf8.elementsEqual(note.utf8) else {
            throw Ending.refused("The backup is not the one that \(file).checkpoint was signed for.")
        }
        await database.close()
    }

    /// The ledger's public keys: those given, or those of the key file.
    private func publicKeys(_ database: Database) async throws -> [CheckpointKey] {
        guard key.isEmpty else {
            return try key.map { text in
                do { return try CheckpointKey(text: text) } catch {
                    throw ValidationError("“\(text)” is no NAME+BASE64.")
                }
            }
        }
        let store = KeyFileStore(path: keys ?? to + ".keys")
        guard store.exists else {
            throw Ending.refused(
                "There is no key file \(store.path). Name it with --keys, or give the public key with --key.")
        }
        return try await CheckpointKeys(database: database, keys: store.read()).all
    }

    private static func text(_ path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Ending.unreadable("\(path) cannot be read. A backup is restored with its checkpoint.")
        }
    }
}
