import Store
import Synchronization

/// Gives entries their places in the ledger, many in one commit.
///
/// Where the database has one writer there is nothing to it: an entry is placed by the write that it is about, and the
/// writer shares its commits. Where many write side by side, on several nodes, each node has one of these: it gathers its
/// own looks and the entries that wait in the database, whoever left them there, and places them in a turn that only one
/// node has at a time. A node that dies leaves its entries to the next turn of any other.
final class LedgerSequencer: Sendable {
    private let database: Database
    private let line = Mutex(Line())

    private struct Line {
        var looks: [Look] = []
        /// Those who wait for what lies in the database to have its place.
        var placing: [CheckedContinuation<Void, Never>] = []
        var isAwake = false
    }

    private struct Look {
        let entry: UnplacedEntry
        let continuation: CheckedContinuation<Void, any Error>
    }

    init(_ database: Database) {
        self.database = database
    }

    /// The most that one turn places of each kind: the next must not wait long for its own.
    private static let most = 256

    /// Keeps an entry that belongs to no write. It is durable, in its place, when this returns.
    func append(_ entry: UnplacedEntry) async throws {
        if database.hasOneWriter {
            try await database.write { connection in try LedgerKeeping.place([entry], on: connection) }
            return
        }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            join { $0.looks.append(Look(entry: entry, continuation: continuation)) }
        }
    }

    /// Has what waits in the database placed. It is durable there already, so a failure costs nobody anything: the next
    /// turn takes it.
    func placeWaiting() async {
        guard !database.hasOneWriter else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            join { $0.placing.append(continuation) }
        }
    }

    private func join(_ enter: (inout Line) -> Void) {
        let mustWake = line.withLock { line in
            enter(&line)
            defer { line.isAwake = true }
            return !line.isAwake
        }
        if mustWake { Task { await work() } }
    }

    private func work() async {
        while let (looks, placing) = next() {
            let entries = looks.map(\.entry)
            do {
                let more = try await database.writeInLedgerTurn { connection in
                    try LedgerKeeping.place(entries, on: connection)
                    return try LedgerKeeping.placeWaiting(limit: Self.most, on: connection) == Self.most
                }
                for look in looks { look.continuation.resume() }
                // Those whose entries may be among the rest wait on.
                if more { line.withLock { $0.placing += placing } } else { for one in placing { one.resume() } }
            } catch {
                for look in looks { look.continuation.resume(throwing: error) }
                for one in placing { one.resume() }
            }
        }
    }

    private func next() -> (looks: [Look], placing: [CheckedContinuation<Void, Never>])? {
        line.withLock { line in
            guard !(line.looks.isEmpty && line.placing.isEmpty) else {
                line.isAwake = false
                return nil
            }
            let looks = Array(line.looks.prefix(Self.most))
            line.looks.removeFirst(looks.count)
            defer { line.placing = [] }
            return (looks, line.placing)
        }
    }
}
