import Credentials
import Domain
import Store

/// Reads and writes what the throttle must remember about one try: three rows, one for each of account, device and
/// source.
struct SignInBudgets: Sendable {
    let names: BudgetNames
    /// What was typed, in lower case.
    let signInName: String
    let source: String
    let device: DeviceToken?

    /// - Parameter worker: whose account it is; nil where nobody has that sign-in name, whom no device knows.
    func load(worker: String?, on connection: Connection) throws -> SignInHistory {
        var history = SignInHistory()
        if let state = try numbers(names.account(signInName), on: connection) {
            history.strangers = StrangerGuesses(streak: Int(state.first ?? 0), recent: Array(state.dropFirst()))
        }
        if let state = try numbers(names.source(source), on: connection) {
            history.source = SourceGuesses(clearAt: state.first ?? 0)
        }
        if let worker, let device,
            try SessionRows.isKnownDevice(tokenHash: device.hash(for: worker), worker: worker, on: connection)
        {
            let state = try numbers(names.device(device, worker: worker), on: connection) ?? []
            history.device = DeviceGuesses(failures: Int(state.first ?? 0), lastAt: state.dropFirst().first ?? 0)
        }
        return history
    }

    func save(_ history: SignInHistory, worker: String?, at instant: Instant, on connection: Connection) throws {
        let strangers = [Int64(history.strangers.streak)] + history.strangers.recent
        try save(strangers, as: names.account(signInName), at: instant, on: connection)
        try save([history.source.clearAt], as: names.source(source), at: instant, on: connection)
        if let worker, let device, let guesses = history.device {
            try save(
                [Int64(guesses.failures), guesses.lastAt], as: names.device(device, worker: worker), at: instant,
                on: connection)
        }
    }

    private func numbers(_ name: String, on connection: Connection) throws -> [Int64]? {
        guard let text = try SessionRows.budget(name, on: connection) else { return nil }
        return try text.split(separator: " ").map { word in
            guard let number = Int64(word) else { throw StoreFault.damaged }
            return number
        }
    }

    private func save(_ numbers: [Int64], as name: String, at instant: Instant, on connection: Connection) throws {
        let state = numbers.map { String($0) }.joined(separator: " ")
        try SessionRows.save(budget: name, state: state, at: instant, on: connection)
    }
}
