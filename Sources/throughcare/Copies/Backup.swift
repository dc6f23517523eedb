import ArgumentParser
import Casework
import Domain
import Foundation
import Ledger
import SQLiteAccess
import Store

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the database while the server goes on, verifies the copy, signs it and encrypts it.",
        discussion: """
            The copy carries a signed checkpoint of exactly the ledger that it holds. It cannot be opened without the key \
            file: keep that apart. What is printed shows later that a copy is the one that was made.
            """)

    @Argument(help: "The copy to make. There must be no such file.")
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Ending.refused("\(file) is there already, and is never overwritten.")
        }
        let startup = try await Startup.open(options, need: .record)
        // Beside the keys, where what is in clear stays: the copy may go to another disk.
        let plain = CopyFiles(options.keyFile + ".backup")
        try plain.removePart()
        defer { Self.remove(plain) }
        Say.progress("copying")
        try await startup.engine.copy(to: plain.part)
        let checkpoint = try await Self.sign(plain.part, startup.world)
        Say.progress("encrypting")
        try SealedCopy(file).seal(plain.part, note: checkpoint.note, keys: startup.world.keys)
        Say.progressDone()
        await startup.close()
        let (size, root) = (checkpoint.checkpoint.size, checkpoint.checkpoint.root.hex)
        guard json else { return Say.out("\(file): sound, encrypted; \(size) entries, root \(root)") }
        Say.out([("entries", .integer(size)), ("file", .string(file)), ("root", .string(root))])
    }

    private static func remove(_ plain: CopyFiles) {
        do {
            try plain.removePart()
        } catch {
            Say.problem("\(plain.part) could not be removed. Remove it: it is in clear.")
        }
    }

    /// Signs a checkpoint over exactly what the copy holds, once the copy has been found sound.
    private static func sign(_ path: String, _ world: World) async throws -> SignedCheckpoint {
        let sqlite = try await SQLiteDatabase.open(path: path)
        let copied = World(
            database: Database(sqlite), rules: world.rules, now: world.now, random: world.random, keys: world.keys,
            log: world.log)
        let checkpoint = try await WriteCheckpoint(copied)()
        try await CopyCheck.mustBeSound(sqlite, keys: CheckpointKeys(copied).all)
        await sqlite.close()
        guard let checkpoint else { throw Ending.refused("The ledger has no entries yet: there is nothing to copy.") }
        return checkpoint
    }
}
