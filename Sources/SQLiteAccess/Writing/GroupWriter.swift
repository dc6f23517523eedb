import GRDB
import SQLAccess
import Synchronization

/// The one writer. Writes wait in order of arrival; whatever has arrived is committed together, so that many callers
/// share the one trip to the disk that a durable commit costs.
final class GroupWriter: Sendable {
    private let session: SQLiteSession
    private let state = Mutex(State())

    /// The most writes in one commit: it bounds how long the first in it waits for the last.
    private static let most = 256

    private struct State {
        var waiting: [any QueuedWrite] = []
        /// Whether the queue's thread is at work, or has been asked to come.
        var isAwake = false
        var isClosed = false
        /// Whether the disk has failed a commit.
        var isBroken = false
        var figures = WriterFigures()
    }

    init(_ session: SQLiteSession) {
        self.session = session
    }

    var figures: WriterFigures {
        state.withLock { state in
            var figures = state.figures
            figures.waiting = state.waiting.count
            return figures
        }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let write = Write(body)
        return try await write.wait { try enter(write) }
    }

    /// Takes no more writes. What `session` runs after this comes after those that had arrived.
    func close() {
        state.withLock { $0.isClosed = true }
    }

    private func enter(_ write: any QueuedWrite) throws(SQLFault) {
        let mustWake = try state.withLock { state throws(SQLFault) in
            if state.isClosed { throw .closed }
            if state.isBroken { throw .io }
            state.waiting.append(write)
            defer { state.isAwake = true }
            return !state.isAwake
        }
        if mustWake { session.useLater { session, database in self.work(session, database) } }
    }

    private func work(_ session: SQLiteSession, _ database: Database) {
        while let group = nextGroup() { commit(group, session, database) }
    }

    private func nextGroup() -> ArraySlice<any QueuedWrite>? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isAwake = false
                return nil
            }
            let group = state.waiting.prefix(Self.most)
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: ArraySlice<any QueuedWrite>, _ session: SQLiteSession, _ database: Database) {
        var commit = GroupCommit(group.filter { $0.begin() }, session, database)
        while !commit.isFinished {
            if isBroken { return commit.refuseRest(.io) }
            let outcome = commit.next()
            note(outcome)
            commit.answer(outcome)
        }
    }

    private var isBroken: Bool { state.withLock { $0.isBroken } }

    private func note(_ outcome: GroupCommit.Outcome) {
        state.withLock { state in
            switch outcome {
            case .committed(let writes): state.figures.add(commitOf: writes)
            // Nobody can say what a disk that failed a commit has kept: a later success could be a lost write.
            case .failed(.io): state.isBroken = true
            case .nothing, .failed: break
            }
        }
    }
}
