import ArgumentParser
import Casework
import Ledger

struct AuditProve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Prints a receipt of one entry, which anybody can check with script/verify-ledger receipt.")

    @Argument(help: "The entry's position.")
    var position: Int64

    @Flag(
        help: "With the entry's content, which names people: only for those who may read it. The ledger keeps an entry."
    )
    var withContent = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        let receipt = try await ProveEntry(startup.world)(position, isOpen: withContent, by: Startup.viewer)
        Say.out(receipt.text)
        await startup.close()
    }
}
