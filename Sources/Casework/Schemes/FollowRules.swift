import Logging
package import Store

/// Keeps the rules in force as the database has them: reads them again after something was published, or somebody was
/// added.
package actor FollowRules {
    private let world: World
    private let load: LoadRules
    private var edition: RulesEdition

    /// - Parameter edition: as it was read before the rules now in force were.
    package init(_ world: World, load: LoadRules, edition: RulesEdition) {
        self.world = world
        self.load = load
        self.edition = edition
    }

    /// Looks whether anything changed; when it did, swaps the rules as a whole.
    ///
    /// - Returns: whether they were read again.
    @discardableResult
    package func callAsFunction() async throws -> Bool {
        let current = try await world.database.read { try RulesEdition(on: $0) }
        guard current != edition else { return false }
        world.rules.replace(try await load())
        edition = current
        world.log.info("read the rules again", metadata: ["event": "rules"])
        return true
    }
}
