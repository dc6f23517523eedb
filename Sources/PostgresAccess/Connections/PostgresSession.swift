import CPostgres
import Dispatch
import SQLAccess

/// One connection, and the thread it is used on: libpq blocks while the server works.
///
/// What it holds is touched only on its queue, which is what makes it safe to share. It connects when it is first used,
/// and again after it was lost.
final class PostgresSession: @unchecked Sendable {
    /// What a connection is for.
    enum Duty {
        case reading
        case writing
    }

    private let queue = DispatchQueue(label: "postgres")
    private let address: String
    private let options: PostgresOptions
    private let duty: Duty
    private var link: PostgresLink?

    init(address: String, options: PostgresOptions, duty: Duty) {
        self.address = address
        self.options = options
        self.duty = duty
    }

    /// Runs `body` on the session's thread, after what was asked for before.
    func perform<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            queue.async {
                self.link = nil
                continuation.resume()
            }
        }
    }

    /// A link that works, as far as anybody knows before it is used.
    @discardableResult
    func connect() throws -> PostgresLink {
        if let link, !link.isLost { return link }
        link = nil
        let fresh = try PostgresLink(address: address)
        try fresh.prepare(for: duty, options)
        link = fresh
        return fresh
    }

    /// Runs `body` on one snapshot. A read changes nothing, so it may always be run again.
    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try patiently { link in
            try link.control("BEGIN")
            return try link.transaction(body)
        }
    }

    /// Runs `body` in a transaction that ends as if no other had run beside it; in a turn, when nobody else's turn of that
    /// name runs, on any node.
    func write<T>(in turn: SQLTurn?, _ body: (any SQLConnection) throws -> T) throws -> T {
        var losses = 0
        while true {
            do {
                return try patiently { link in
                    if let turn { return try link.write(in: turn, body) }
                    return try losses == 0 ? link.write(body) : link.writeAgain(body)
                }
            } catch SQLFault.serialization where losses < Self.mostLosses {
                losses += 1
            }
        }
    }

    private static let mostLosses = 40

    /// Tries again on a new connection, for as long as the options say, what the server did not hear of to the end.
    private func patiently<T>(_ body: (PostgresLink) throws -> T) throws -> T {
        let start = DispatchTime.now().uptimeNanoseconds
        var milliseconds = 20
        while true {
            do {
                return try body(try connect())
            } catch SQLFault.unreachable {
                let waited = (DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
                guard waited < UInt64(options.patienceMilliseconds) else { throw SQLFault.unreachable }
                _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(milliseconds))
                milliseconds = min(2 * milliseconds, 400)
            }
        }
    }
}
