/// Gives a request so long and no longer.
struct RequestDeadline: Sendable {
    private let limit: Duration
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameter sleep: the clock it is measured by.
    init(
        _ limit: Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.limit = limit
        self.sleep = sleep
    }

    /// Runs `work`; throws `DeadlinePassed` when it has not ended in time, having cancelled it. A write that the database
    /// had begun runs to its end all the same, so a late request is either done or not, never half.
    func run<Outcome: Sendable>(_ work: @escaping @Sendable () async throws -> Outcome) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask { try await work() }
            group.addTask { [limit, sleep] in
                try await sleep(limit)
                throw DeadlinePassed()
            }
            defer { group.cancelAll() }
            guard let outcome = try await group.next() else { preconditionFailure("the group has two tasks") }
            return outcome
        }
    }
}

/// A request took longer than it may.
struct DeadlinePassed: Error {}
