import Casework

/// Does the same several times at the same moment, and says what came of each.
func atOnce<Outcome: Sendable>(
    _ times: Int, _ work: @escaping @Sendable (Int) async throws -> Outcome
) async -> [Result<Outcome, any Error>] {
    await withTaskGroup(of: Result<Outcome, any Error>.self) { group in
        for number in 0..<times {
            group.addTask {
                do { return .success(try await work(number)) } catch { return .failure(error) }
            }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
}

extension Sequence {
    /// Those that succeeded.
    func successes<Outcome>() -> [Outcome] where Element == Result<Outcome, any Error> {
        compactMap { if case .success(let outcome) = $0 { outcome } else { nil } }
    }

    /// What those who did not were told.
    func refusals<Outcome>() -> [RecordRefusal?] where Element == Result<Outcome, any Error> {
        compactMap { result -> RecordRefusal?? in
            if case .failure(let error) = result { .some(error as? RecordRefusal) } else { nil }
        }
    }
}
