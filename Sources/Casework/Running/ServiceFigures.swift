import Domain
import Store

/// How the service is doing, in figures that name nobody.
package struct ServiceFigures: Sendable {
    package let ledgerEntries: Int64
    /// Under no checkpoint yet.
    package let unsignedEntries: Int64
    /// Sessions that have not ended.
    package let sessions: Int
    /// For how many seconds each duty of the runner has been due.
    package let lateDuties: [(kind: String, seconds: Double)]
    /// What came of the last night's verification.
    package let ledgerHealth: LedgerHealth?

    package init(_ world: World) async throws {
        let now = world.now()
        let (waiting, open, due, health) = try await world.database.read { connection in
            (
                try WaitingEntries(on: connection), try SessionRows.openCount(on: connection),
                try WorkRows.dueTimes(on: connection), try LedgerHealth.last(on: connection)
            )
        }
        (ledgerEntries, unsignedEntries, sessions, ledgerHealth) = (waiting.size, waiting.count, open, health)
        lateDuties = due.map { kind, due in
            (kind: kind, seconds: max(0, Double(due.milliseconds(until: now)) / 1_000))
        }
    }
}
