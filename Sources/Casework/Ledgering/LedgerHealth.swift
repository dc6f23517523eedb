package import Domain
import Ledger
import Logging
package import Store

/// What came of the last time that the record was held against the ledger while the service ran.
package struct LedgerHealth: Sendable, Hashable {
    package let at: Instant
    /// How many things did not fit.
    package let findings: Int

    private static let setting = "ledger-verified"

    /// The last result; nil before the first night.
    package static func last(on connection: Connection) throws -> LedgerHealth? {
        guard let text = try AgencyRows.setting(setting, on: connection) else { return nil }
        let words = text.split(separator: " ").compactMap { Int64($0) }
        guard words.count == 2 else { throw StoreFault.damaged }
        return LedgerHealth(at: Instant(milliseconds: words[0]), findings: Int(words[1]))
    }

    func keep(on connection: Connection) throws {
        try AgencyRows.set(Self.setting, "\(at.milliseconds) \(findings)", on: connection)
    }
}

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
