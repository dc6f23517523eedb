import Store

/// What every page says about the partnership whose database this is.
package struct PartnershipFacts: Sendable, Hashable {
    /// Its name, as the head of each page shows it.
    package var title: String
    /// Whether everybody in it is made up.
    package var isDemonstration: Bool

    package init(title: String, isDemonstration: Bool) {
        self.title = title
        self.isDemonstration = isDemonstration
    }

    init(on connection: Connection) throws {
        title = try AgencyRows.setting("partnership", on: connection) ?? "Partnership not named yet"
        isDemonstration = try AgencyRows.setting("demo", on: connection) == "yes"
    }

    /// Reads the settings `partnership` and `demo`. That it can be read also shows that the database answers.
    package static func read(_ world: World) async throws -> PartnershipFacts {
        try await world.database.read { connection in try PartnershipFacts(on: connection) }
    }
}
