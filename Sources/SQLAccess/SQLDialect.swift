/// The engines a migration step may tell apart. Everything else is SQL that both read alike.
package enum SQLDialect: Sendable, Hashable, CaseIterable {
    /// The embedded default.
    case sqlite
    /// PostgreSQL, and engines that speak its protocol.
    case postgres
}
