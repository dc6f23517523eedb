import Domain
import Foundation
package import Logging
import Synchronization

/// Writes one line of JSON for each log message, with no personal data: only metadata named here is written, so that no
/// library can log what a visitor sent.
package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    private let label: String
    private let now: @Sendable () -> Int64
    private let write: @Sendable (String) -> Void

    /// What may stand in a line beside time, level, label and message.
    private static let keys: [String: String] = [
        "hb.request.id": "request", "method": "method", "route": "route", "status": "status", "ms": "ms",
        "fault": "fault", "event": "event", "outcome": "outcome", "port": "port", "count": "count",
    ]

    /// - Parameters:
    ///   - now: UTC milliseconds.
    ///   - write: takes a line without its end; may be called from several threads at once.
    package init(
        label: String, level: Logger.Level = .info, now: @escaping @Sendable () -> Int64,
        write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardOutput
    ) {
        self.label = label
        logLevel = level
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let instant = Instant(milliseconds: now())
        var members: [(String, CanonicalJSON)] = [
            ("at", .string(instant.iso)), ("label", .string(label)), ("level", .string(event.level.rawValue)),
            ("message", .string("\(event.message)")),
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            if let name = Self.keys[key] { members.append((name, .string("\(value)"))) }
        }
        write(CanonicalJSON.object(CanonicalObject(members)).text)
    }

    private static let standardOutput = Mutex(FileHandle.standardOutput)

    /// One whole line at a time.
    package static let toStandardOutput: @Sendable (String) -> Void = { line in
        standardOutput.withLock { output in
            output.write(Data((line + "\n").utf8))
        }
    }
}
