import SQLAccess

/// Events drawn at random.
package enum SampledEvents {
    /// The ids of so many events, or of all when there are fewer.
    package static func ids(_ count: Int, on connection: Connection) throws -> [String] {
        try connection.all("SELECT id FROM events ORDER BY random() LIMIT \(count)") { try $0.text(0) }
    }
}
