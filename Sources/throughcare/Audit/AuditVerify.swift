import ArgumentParser
import Casework
import Domain
import Ledger
import Store

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Holds every entry, event and checkpoint against what was committed and signed.",
        discussion: """
            Signatures are checked against the keys given, or else the key file's; without either the last line says so. \
            script/verify-ledger does the same and shares no code.
            """)

    @Option(help: "A public key of the ledger, as NAME+BASE64. May be given several times.")
    var key: [String] = []

    @Flag(help: "Print JSON: a line for each finding, and one that counts.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let given = try key.map { text in
            do { return try CheckpointKey(text: text) } catch { throw ValidationError("“\(text)” is no NAME+BASE64.") }
        }
        let verdict: LedgerVerdict
        if given.isEmpty, KeyFileStore(path: options.keyFile).exists {
            let startup = try await Startup.open(options, need: .record)
            verdict = try await Self.verify(startup.world.database, CheckpointKeys(startup.world).all)
            await startup.close()
        } else {
            let database = Database(try await Engine.open(options).base)
            verdict = try await Self.verify(database, given)
            await database.close()
        }
        if json {
            Self.printJSON(verdict)
        } else {
            (verdict.findings.map(\.line) + [verdict.line]).forEach { Say.out($0) }
        }
        if !verdict.isGreen { throw Ending.refused() }
    }

    /// Verifies with a count on the screen.
    static func verify(_ database: Database, _ keys: [CheckpointKey]) async throws -> LedgerVerdict {
        defer { Say.progressDone() }
        return try await VerifyLedger(database)(keys: keys) { Say.progress("verified \($0) of \($1) entries") }
    }

    private static func printJSON(_ verdict: LedgerVerdict) {
        for finding in verdict.findings { Say.out([("finding", .string(finding.line))]) }
        Say.out([
            ("checkpoints", .integer(verdict.checkpointCount)), ("entries", .integer(verdict.entryCount)),
            ("events", .integer(verdict.eventCount)), ("findings", .integer(Int64(verdict.findings.count))),
            ("ok", .bool(verdict.isGreen)), ("signaturesChecked", .bool(verdict.areSignaturesChecked)),
            ("unproven", .integer(verdict.unprovenCount)), ("waiting", .integer(verdict.waitingCount)),
        ])
    }
}
