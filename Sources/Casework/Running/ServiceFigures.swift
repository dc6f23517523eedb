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

    package init(_ world: World) async throws {
        let now = world.now()
        (ledgerEntries, unsignedEntries, sessions, lateDuties) = try await world.database.read { connection in
            let waiting = try WaitingEntries(on: connection)
            return (
                waiting.size, waiting.count, try SessionRows.openCount(on: connection),
                try WorkRows.dueTimes(on: connection).map { kind, due in
                    (kind: kind, seconds: max(0, Double(due.milliseconds(until: now)) / 1_000))
                }
            )
        }
    }
}
