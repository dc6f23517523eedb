import Ledger
import Logging
import Store

/// Holds everything that is stored against what was committed and signed, and everything derived from it against what the
/// record gives; keeps what came of it for whoever watches.
struct VerifyNightly: Sendable {
    let world: World

    init(_ world: World) {
        self.world = world
    }

    func callAsFunction() async throws -> Duty.Progress {
        let keys = try await CheckpointKeys(world).all
        let verdict = try await VerifyLedger(world.database)(keys: keys)
        let standings = try await RebuildStandings(world)()
        let health = LedgerHealth(
            at: world.now(), findings: verdict.findings.count, mended: standings.differences.count)
        try await world.database.write { try health.keep(on: $0) }
        if !verdict.isGreen {
            world.log.critical(
                "the record does not fit the ledger",
                metadata: ["event": "ledger", "findings": "\(health.findings)", "first": "\(verdict.findings[0].line)"])
        }
        if let first = standings.differences.first {
            world.log.critical(
                "people stood otherwise than the record gives, and were put right",
                metadata: [
                    "event": "standings", "people": "\(health.mended)",
                    "tables": "\(first.tables.joined(separator: " "))",
                ])
        }
        return Duty.Progress(count: 1)
    }
}
