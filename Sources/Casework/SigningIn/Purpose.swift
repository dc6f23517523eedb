import Domain
package import Store

/// What a role's looking is usually for: as its scheme says, unless the partnership has set another.
package enum Purpose {
    /// The purpose the partnership has set; empty when it has set none.
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

extension RulesInForce.Snapshot {
    /// By role of every scheme: what its looking is usually for.
    func usualPurposes(on connection: Connection) throws -> [String: String] {
        var purposes: [String: String] = [:]
        for role in definitions.roles {
            purposes[role.id] = purpose(of: role.id, set: try Purpose.usual(of: role.id, on: connection))
        }
        return purposes
    }

    /// The purpose set for a role, or the one its scheme gives it; empty when there is neither, which opens no permission
    /// that names its purposes.
    func purpose(of role: String, set: String) -> String {
        set.isEmpty ? definitions.roles.first { $0.id == role }?.purpose ?? "" : set
    }
}
