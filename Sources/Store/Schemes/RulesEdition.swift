import SQLAccess

/// Tells whether what `LoadRules` read may have changed: cheap enough to ask every few seconds.
package struct RulesEdition: Sendable, Hashable {
    private let counter: String
    private let rows: Int64

    /// The counter that `advance` counts up, and how many rows there are of what only grows.
    package init(on connection: Connection) throws {
        counter = try AgencyRows.setting("rules-edition", on: connection) ?? ""
        rows =
            try connection.first(
                """
                SELECT (SELECT count(*) FROM scheme_versions) + (SELECT count(*) FROM agencies)
                    + (SELECT count(*) FROM venues) + (SELECT count(*) FROM workers)
                    + (SELECT count(*) FROM worker_roles) + (SELECT count(*) FROM rota_shifts)
                """
            ) { try $0.integer(0) } ?? 0
    }

    /// Counts the edition up, in the transaction of whatever changed something without adding a row.
    package static func advance(on connection: Connection) throws {
        let last = try AgencyRows.setting("rules-edition", on: connection).flatMap { Int64($0) } ?? 0
        try AgencyRows.set("rules-edition", String(last + 1), on: connection)
    }
}
