import Synchronization

/// How many connections each address holds open, so that one machine cannot take them all.
final class ConnectionCounts: Sendable {
    private let limit: Int
    private let uncounted: Set<String>
    private let open = Mutex<[String: Int]>([:])

    /// - Parameter uncounted: addresses that stand for many visitors.
    init(limit: Int, uncounted: Set<String>) {
        self.limit = limit
        self.uncounted = uncounted
    }

    /// Counts a connection; false when the address holds as many as it may, and nothing was counted.
    func enter(_ address: String) -> Bool {
        if uncounted.contains(address) { return true }
        return open.withLock { open in
            let held = open[address, default: 0]
            guard held < limit else { return false }
            open[address] = held + 1
            return true
        }
    }

    /// Takes back what `enter` counted.
    func leave(_ address: String) {
        if uncounted.contains(address) { return }
        open.withLock { open in
            let held = open[address, default: 0] - 1
            open[address] = held > 0 ? held : nil
        }
    }
}
