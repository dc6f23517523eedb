package import Credentials
package import Domain
package import Logging
package import Store
import Synchronization

/// Everything a use case touches beyond its arguments. It is passed in; there is no global.
package struct World: Sendable {
    package let database: Database
    package let rules: RulesInForce
    /// The instant it is now.
    package let now: @Sendable () -> Instant
    package let random: RandomSource
    package let keys: KeyRing
    package let log: Logger
    /// Where entries get their places in the ledger.
    let sequencer: LedgerSequencer

    package init(
        database: Database, rules: RulesInForce, now: @escaping @Sendable () -> Instant, random: RandomSource,
        keys: KeyRing, log: Logger
    ) {
        let sequencer = LedgerSequencer(database)
        self.sequencer = sequencer
        self.database = database.finishing { await sequencer.placeWaiting() }
        self.rules = rules
        self.now = now
        self.random = random
        self.keys = keys
        self.log = log
    }

    /// The definitions in force.
    package var definitions: Definitions { rules.current.definitions }

    /// A new short reference. Uniqueness is the database's to hold: 40 random bits.
    package func newReference() -> String {
        var bits: UInt64 = 0
        for byte in random.bytes(8) { bits = bits << 8 | UInt64(byte) }
        return Reference.make(random: bits).compact
    }

    /// 32 random bytes for a commitment.
    package func newSalt() -> [UInt8] { random.bytes(32) }
}

/// The published definitions and the names of agencies and workers, as last read from the database. Swapped as a whole
/// when something is published.
package final class RulesInForce: Sendable {
    package struct Snapshot: Sendable {
        package var definitions: Definitions
        package var policy: AccessPolicy
        package var directory: Directory

        package init(definitions: Definitions, policy: AccessPolicy, directory: Directory) {
            self.definitions = definitions
            self.policy = policy
            self.directory = directory
        }
    }

    private let state: Mutex<Snapshot>

    package init(_ snapshot: Snapshot) {
        state = Mutex(snapshot)
    }

    package var current: Snapshot { state.withLock { $0 } }

    package func replace(_ snapshot: Snapshot) {
        state.withLock { $0 = snapshot }
    }

    /// The same rules, with agencies, workers, roles and shifts as they now stand.
    func replace(directory: Directory) {
        state.withLock { $0.directory = directory }
    }
}

/// Who is who in the partnership, by reference.
package struct Directory: Sendable {
    package var agencies: [String: Agency]
    package var workers: [String: Worker]
    package var venues: [String: Venue]
    package var roles: [WorkerRole]
    package var rota: Rota

    package init(
        agencies: [Agency] = [], workers: [Worker] = [], venues: [Venue] = [], roles: [WorkerRole] = [],
        rota: Rota = Rota()
    ) {
        self.agencies = Dictionary(agencies.map { ($0.id, $0) }) { first, _ in first }
        self.workers = Dictionary(workers.map { ($0.id, $0) }) { first, _ in first }
        self.venues = Dictionary(venues.map { ($0.id, $0) }) { first, _ in first }
        self.roles = roles
        self.rota = rota
    }

    /// How a page names a worker: their name, or the reference where nobody has it.
    package func workerName(_ id: String) -> String { workers[id]?.name ?? id }
    package func agencyTitle(_ id: String) -> String { agencies[id]?.title ?? id }
    package func venueTitle(_ id: String) -> String { venues[id]?.title ?? id }
}
