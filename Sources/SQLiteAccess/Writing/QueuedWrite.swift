import SQLAccess
import Synchronization

/// A write as the writer sees it, whatever its closure returns.
protocol QueuedWrite: AnyObject, Sendable {
    /// Takes it out of the reach of cancellation. False where it was cancelled while it waited.
    func begin() -> Bool

    /// Runs its closure and keeps the value for later. May be called again, when the transaction it was in is lost.
    func perform(on connection: any SQLConnection) throws

    /// Gives its caller the value, now that it is durable.
    func succeed()

    /// Gives its caller the error.
    func fail(_ error: any Error)
}

/// One write, from the call of `write` to its answer.
final class Write<T: Sendable>: QueuedWrite {
    private typealias Continuation = CheckedContinuation<T, any Error>

    private enum Stage {
        case new
        case waiting(Continuation)
        case begun(Continuation)
        case performed(Continuation, T)
        case ended
    }

    private let body: @Sendable (any SQLConnection) throws -> T
    private let stage = Mutex(Stage.new)

    init(_ body: @escaping @Sendable (any SQLConnection) throws -> T) {
        self.body = body
    }

    /// Suspends until the write is answered. `enter` puts it in the line; what it throws is its answer.
    func wait(_ enter: () throws -> Void) async throws -> T {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let isNew = stage.withLock { stage in
                    guard case .new = stage else { return false }
                    stage = .waiting(continuation)
                    return true
                }
                guard isNew else { return continuation.resume(throwing: CancellationError()) }
                do { try enter() } catch { fail(error) }
            }
        } onCancel: {
            cancel()
        }
    }

    func begin() -> Bool {
        stage.withLock { stage in
            guard case .waiting(let continuation) = stage else { return false }
            stage = .begun(continuation)
            return true
        }
    }

    func perform(on connection: any SQLConnection) throws {
        let value = try body(connection)
        stage.withLock { stage in
            switch stage {
            case .begun(let continuation), .performed(let continuation, _): stage = .performed(continuation, value)
            case .new, .waiting, .ended: break
            }
        }
    }

    func succeed() {
        if case .performed(let continuation, let value) = end() { continuation.resume(returning: value) }
    }

    func fail(_ error: any Error) {
        switch end() {
        case .waiting(let continuation), .begun(let continuation), .performed(let continuation, _):
            continuation.resume(throwing: error)
        case .new, .ended: break
        }
    }

    private func cancel() {
        let waiting = stage.withLock { stage -> Continuation? in
            switch stage {
            case .new:
                stage = .ended
                return nil
            case .waiting(let continuation):
                stage = .ended
                return continuation
            case .begun, .performed, .ended: return nil
            }
        }
        waiting?.resume(throwing: CancellationError())
    }

    private func end() -> Stage {
        stage.withLock { stage in
            defer { stage = .ended }
            return stage
        }
    }
}
