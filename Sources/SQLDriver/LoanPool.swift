import SQLAccess
import Synchronization

/// The connections that reads run on.
///
/// A read takes a free one without leaving its thread; when all are lent it suspends, in order of arrival, and holds no
/// thread meanwhile, so reads cannot starve one another into a deadlock.
final class ReaderPool: Sendable {
    private let limit: Int
    private let open: @Sendable () throws -> SQLiteSession
    private let state = Mutex(State())

    private struct State {
        var free: [SQLiteSession] = []
        /// How many are open, or being opened.
        var count = 0
        var waiting: [ReaderWait] = []
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    init(limit: Int, open: @escaping @Sendable () throws -> SQLiteSession) {
        self.limit = limit
        self.open = open
    }

    /// How many reads wait for a reader.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Runs `body` with a reader of its own.
    func use<T>(_ body: (SQLiteSession) throws -> T) async throws -> T {
        let session = try await borrow()
        defer { giveBack(session) }
        return try body(session)
    }

    /// Refuses new reads, waits for those under way and closes every connection.
    func close() async throws {
        let refused = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for wait in refused { wait.end(.failure(SQLFault.closed)) }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isIdle = state.withLock { state in
                if state.free.count < state.count { state.closing.append(continuation) }
                return state.free.count == state.count
            }
            if isIdle { continuation.resume() }
        }
        let sessions = state.withLock { state in
            defer { (state.free, state.count) = ([], 0) }
            return state.free
        }
        for session in sessions { try session.close() }
    }

    private enum Loan {
        case session(SQLiteSession)
        /// There is room for one more, which the borrower opens.
        case room
        case wait
    }

    /// A reader, to be given back.
    func borrow() async throws -> SQLiteSession {
        try Task.checkCancellation()
        switch try state.withLock({ state throws(SQLFault) -> Loan in try Self.take(&state, limit: limit) }) {
        case .session(let session): return session
        case .room: return try openOne()
        case .wait: break
        }
        let wait = ReaderWait()
        let lent = try await wait.wait { try enqueue(wait) }
        return if let lent { lent } else { try openOne() }
    }

    /// Puts the borrower in the line, unless a reader came free since it looked.
    private func enqueue(_ wait: ReaderWait) throws {
        let loan = try state.withLock { state throws(SQLFault) -> Loan in
            let loan = try Self.take(&state, limit: limit)
            if case .wait = loan { state.waiting.append(wait) }
            return loan
        }
        switch loan {
        case .session(let session): handOver(session, first: wait)
        case .room: handOver(nil, first: wait)
        case .wait: break
        }
    }

    private static func take(_ state: inout State, limit: Int) throws(SQLFault) -> Loan {
        guard !state.isClosed else { throw .closed }
        // The last one used, whose cache is the warmest.
        if let session = state.free.popLast() { return .session(session) }
        guard state.count < limit else { return .wait }
        state.count += 1
        return .room
    }

    private func openOne() throws -> SQLiteSession {
        do {
            return try open()
        } catch {
            giveBack(nil)
            throw error
        }
    }

    /// Lends a reader, or with nil the room for one, to the next in line; where there is none it is kept.
    func giveBack(_ session: SQLiteSession?) {
        handOver(session, first: nil)
    }

    private func handOver(_ session: SQLiteSession?, first: ReaderWait?) {
        if let first, first.end(.success(session)) { return }
        while let next = nextInLine(orKeep: session) {
            // One that was cancelled while it waited takes nothing.
            if next.end(.success(session)) { return }
        }
    }

    private func nextInLine(orKeep session: SQLiteSession?) -> ReaderWait? {
        let (next, closing) = state.withLock { state -> (ReaderWait?, [CheckedContinuation<Void, Never>]) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            if let session { state.free.append(session) } else { state.count -= 1 }
            guard state.isClosed, state.free.count == state.count else { return (nil, []) }
            defer { state.closing = [] }
            return (nil, state.closing)
        }
        for continuation in closing { continuation.resume() }
        return next
    }
}
