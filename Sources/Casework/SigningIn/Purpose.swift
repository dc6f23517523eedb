import Domain
package import Store

/// What a role's looking is usually for: a setting of the partnership, one for each role.
package enum Purpose {
    /// The purpose's id; empty when the partnership has set none, which opens no permission that names its purposes.
    package static func usual(of role: String, on connection: Connection) throws -> String {
        guard !role.isEmpty else { return "" }
        return try AgencyRows.setting(name(role), on: connection) ?? ""
    }

    /// Sets what a role's looking is usually for.
    package static func setUsual(_ purpose: String, of role: String, on connection: Connection) throws {
        try AgencyRows.set(name(role), purpose, on: connection)
    }

    private static func name(_ role: String) -> String { "purpose/" + role }
}
