import SQLAccess
import Synchronization

/// Connections that are lent, at most so many.
///
/// A borrower takes a free one without leaving its thread; when all are lent it suspends, in order of arrival, and holds
/// no thread meanwhile, so borrowers cannot starve one another into a deadlock.
package final class LoanPool<Session: Sendable>: Sendable {
    private let limit: Int
    private let open: @Sendable () throws -> Session
    private let end: @Sendable (Session) async throws -> Void
    private let state = Mutex(State())

    private struct State {
        var free: [Session] = []
        /// How many are open, or being opened.
        var count = 0
        var waiting: [LoanWait<Session>] = []
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameters:
    ///   - open: makes one more, when all are lent and there is room.
    ///   - end: closes one, when the pool is closed.
    package init(
        limit: Int, open: @escaping @Sendable () throws -> Session,
        end: @escaping @Sendable (Session) async throws -> Void
    ) {
        self.limit = limit
        self.open = open
        self.end = end
    }

    /// How many wait for one.
    package var waiting: Int { state.withLock { $0.waiting.count } }

    /// Runs `body` with one that is nobody else's meanwhile. Throws `SQLFault.closed` after `close`, and
    /// `CancellationError` for a task that was cancelled while it waited.
    package func use<T>(_ body: (Session) async throws -> T) async throws -> T {
        let session = try await borrow()
        defer { giveBack(session) }
        return try await body(session)
    }

    /// Refuses new loans, waits for those under way and closes every connection.
    package func close() async throws {
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
        for session in sessions { try await end(session) }
    }

    private enum Loan {
        case session(Session)
        /// There is room for one more, which the borrower opens.
        case room
        case wait
    }

    /// One, to be given back.
    package func borrow() async throws -> Session {
        try Task.checkCancellation()
        switch try state.withLock({ state throws(SQLFault) -> Loan in try Self.take(&state, limit: limit) }) {
        case .session(let session): return session
        case .room: return try openOne()
        case .wait: break
        }
        let wait = LoanWait<Session>()
        let lent = try await wait.wait { try enqueue(wait) }
        return if let lent { lent } else { try openOne() }
    }

    /// Puts the borrower in the line, unless one came free since it looked.
    private func enqueue(_ wait: LoanWait<Session>) throws {
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

    private func openOne() throws -> Session {
        do {
            return try open()
        } catch {
            giveBack(nil)
            throw error
        }
    }

    /// Lends it, or with nil the room for one, to the next in line; where there is none it is kept.
    package func giveBack(_ session: Session?) {
        handOver(session, first: nil)
    }

    private func handOver(_ session: Session?, first: LoanWait<Session>?) {
        if let first, first.end(.success(session)) { return }
        while let next = nextInLine(orKeep: session) {
            // One that was cancelled while it waited takes nothing.
            if next.end(.success(session)) { return }
        }
    }

    private func nextInLine(orKeep session: Session?) -> LoanWait<Session>? {
        let (next, closing) = state.withLock { state -> (LoanWait<Session>?, [CheckedContinuation<Void, Never>]) in
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
