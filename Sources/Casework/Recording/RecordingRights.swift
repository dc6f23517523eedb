import Domain

/// Who may complete a record type: the roles it names; where it names none, the roles that hold every category it asks
/// about.
struct RecordingRights: Sendable {
    let rules: RulesInForce.Snapshot

    func check(_ type: RecordType, viewer: Viewer) throws(RecordRefusal) {
        guard mayComplete(type, viewer: viewer) else {
            throw .notForYourRole(type: type.title, role: viewer.role)
        }
    }

    func mayComplete(_ type: RecordType, viewer: Viewer) -> Bool {
        guard type.completedBy.isEmpty else { return type.completedBy.contains(viewer.role) }
        guard let role = rules.definitions.roles.first(where: { $0.id == viewer.role }) else { return false }
        return !type.categories.isEmpty && type.categories.allSatisfy(role.categories.contains)
    }
}
