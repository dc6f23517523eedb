import Synchronization

/// A borrower waiting. It ends once: with a connection, with leave to open one, or with an error.
final class LoanWait<Session: Sendable>: Sendable {
    private typealias Continuation = CheckedContinuation<Session?, any Error>

    private enum Stage {
        case new
        case waiting(Continuation)
        case ended
    }

    private let stage = Mutex(Stage.new)

    /// Suspends until `end`. `enter` is called once `end` may be; what it throws ends the wait.
    func wait(_ enter: () throws -> Void) async throws -> Session? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let isNew = stage.withLock { stage in
                    guard case .new = stage else { return false }
                    stage = .waiting(continuation)
                    return true
                }
                guard isNew else { return continuation.resume(throwing: CancellationError()) }
                do { try enter() } catch { end(.failure(error)) }
            }
        } onCancel: {
            end(.failure(CancellationError()))
        }
    }

    /// Whether this ended it; false where something else had.
    @discardableResult
    func end(_ result: Result<Session?, any Error>) -> Bool {
        let before = stage.withLock { stage in
            defer { stage = .ended }
            return stage
        }
        guard case .waiting(let continuation) = before else { return false }
        continuation.resume(with: result)
        return true
    }
}
