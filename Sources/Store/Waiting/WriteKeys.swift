package import Domain
import SQLAccess

/// Keys of writes done: a form pressed twice writes once.
package enum WriteKeys {
    package enum Found: Sendable, Equatable {
        /// Nobody used this key.
        case unused
        /// The same was sent before, and led here.
        case done(result: String)
        /// The key was used for something else.
        case otherBody
    }

    package static func find(
        _ key: String, worker: String, bodyDigest: String, on connection: Connection
    ) throws -> Found {
        let row = try connection.first(
            "SELECT body_digest, result FROM write_keys WHERE worker = \(worker) AND name = \(key)"
        ) { (try $0.text(0), try $0.text(1)) }
        guard let (digest, result) = row else { return .unused }
        return digest == bodyDigest ? .done(result: result) : .otherBody
    }

    /// Keeps the key with the write, in its transaction. Throws `StoreFault.constraint` when somebody was quicker.
    package static func keep(
        _ key: String, worker: String, bodyDigest: String, result: String, at instant: Instant,
        on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO write_keys (worker, name, body_digest, result, at)
            VALUES (\(worker), \(key), \(bodyDigest), \(result), \(instant.milliseconds))
            """)
    }

    package static func forget(before instant: Instant, on connection: Connection) throws {
        try connection.run("DELETE FROM write_keys WHERE at < \(instant.milliseconds)")
    }
}
