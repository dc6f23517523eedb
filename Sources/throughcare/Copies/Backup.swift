import ArgumentParser
import Casework
import Foundation
import Ledger
import SQLiteAccess
import Store

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the database while the server goes on, verifies the copy and signs it.",
        discussion: """
            FILE.checkpoint says what the copy's ledger held, signed; keep it apart. The copy is not encrypted and has no \
            keys in it.
            """)

    @Argument(help: "The copy to make. There must be no such file.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let copy = CopyFiles(file)
        try copy.mustNotExist()
        let startup = try await Startup.open(options, need: .record)
        try copy.removePart()
        Say.progress("copying")
        try await startup.engine.copy(to: copy.part)
        let note: String
        do {
            note = try await Self.sign(copy.part, startup.world)
        } catch {
            try copy.removePart()
            throw error
        }
        try copy.finish(note: note)
        Say.progressDone()
        await startup.close()
        Say.out("\(copy.file): sound, and \(copy.checkpoint) is signed")
    }

    /// Signs a checkpoint over exactly what the copy holds, once the copy has been found sound.
    private static func sign(_ path: String, _ world: World) async throws -> String {
        let sqlite = try await SQLiteDatabase.open(path: path)
        let copied = World(
            database: Database(sqlite), rules: world.rules, now: world.now, random: world.random, keys: world.keys,
            log: world.log)
        let checkpoint = try await WriteCheckpoint(copied)()
        try await CopyCheck.mustBeSound(sqlite, keys: CheckpointKeys(copied).all)
        await sqlite.close()
        guard let checkpoint else { throw Ending.refused("The ledger has no entries yet: there is nothing to copy.") }
        return checkpoint.note
    }
}
