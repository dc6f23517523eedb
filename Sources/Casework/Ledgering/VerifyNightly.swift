import Ledger
import Logging
import Store

/// Holds everything that is stored against what was committed and signed, and keeps what came of it for whoever watches.
struct VerifyNightly: Sendable {
    let world: World

    init(_ world: World) {
        self.world = world
    }

    func callAsFunction() async throws -> Duty.Progress {
        let keys = try await CheckpointKeys(world).all
        let verdict = try await VerifyLedger(world.database)(keys: keys)
        let health = LedgerHealth(at: world.now(), findings: verdict.findings.count)
        try await world.database.write { try health.keep(on: $0) }
        if !verdict.isGreen {
            world.log.critical(
                "the record does not fit the ledger",
                metadata: ["event": "ledger", "findings": "\(health.findings)", "first": "\(verdict.findings[0].line)"])
        }
        return Duty.Progress(count: 1)
    }
}
