import Domain
package import Store

/// What a database says of the demonstration it holds.
package enum Demonstration {
    private static let clock = "demo-clock-ahead"

    /// Whether everybody in it is made up.
    package static func isHeld(by database: Database) async throws -> Bool {
        try await database.read { try PartnershipFacts(on: $0).isDemonstration }
    }

    /// A demonstration may live at another time than the machine: how many milliseconds it is ahead of the machine's
    /// clock, negative when it is behind; 0 for a database that is no demonstration.
    package static func ahead(in database: Database) async throws -> Int64 {
        try await database.read { connection in
            guard try PartnershipFacts(on: connection).isDemonstration else { return 0 }
            return try AgencyRows.setting(clock, on: connection).flatMap { Int64($0) } ?? 0
        }
    }

    /// Keeps that with it, so that whoever opens it again lives at the same time.
    package static func keep(ahead: Int64, in database: Database) async throws {
        try await database.write { connection in try AgencyRows.set(clock, String(ahead), on: connection) }
    }
}
