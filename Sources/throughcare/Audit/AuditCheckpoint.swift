import ArgumentParser
import Casework
import Ledger

struct AuditCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Signs what the ledger holds now and prints the checkpoint. Keep it where the database is not.")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        guard let checkpoint = try await WriteCheckpoint(startup.world)() else {
            throw Ending.refused("The ledger has no entries yet.")
        }
        Say.out(checkpoint.note)
        await startup.close()
    }
}

struct AuditKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Prints the ledger's public keys, old and new. Give them to whoever is to verify it.")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        for key in try await CheckpointKeys(startup.world).all { Say.out(key.text) }
        await startup.close()
    }
}
