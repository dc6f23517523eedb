package import Domain
package import Store

/// The misses that wait for the viewer's role and agency, about people whom the viewer may know of.
package struct ListEscalations: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter limit: the most; the longest waiting come first.
    package func callAsFunction(limit: Int = 100, by viewer: Viewer) async throws -> [EscalationRow] {
        let rule = world.rules.current.policy.rule(for: viewer, today: London.day(of: world.now()))
        let rows = try await world.database.read { connection in
            try EscalationRows.waiting(
                role: viewer.role, agency: viewer.agency, rule: rule, limit: limit, on: connection)
        }
        guard !rows.isEmpty else { return [] }
        try await world.keepLook("escalations", subjects: Set(rows.map(\.subject)).sorted(), by: viewer)
        return rows
    }
}
