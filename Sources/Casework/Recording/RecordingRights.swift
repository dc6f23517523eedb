import Domain
import Store

/// Who may complete a record type, and which of its questions they are asked.
///
/// A type names the roles that complete it. Where it names none, every role may that holds the category of its first
/// question, and is asked the questions in the categories it holds.
struct RecordingRights: Sendable {
    let rules: RulesInForce.Snapshot

    func check(_ type: RecordType, viewer: Viewer) throws(RecordRefusal) {
        guard mayComplete(type, viewer: viewer) else {
            throw .notForYourRole(type: type.title, role: roleTitle(viewer))
        }
    }

    func mayComplete(_ type: RecordType, viewer: Viewer) -> Bool {
        guard let role = role(viewer), !role.mayAdminister else { return false }
        guard type.completedBy.isEmpty else { return type.completedBy.contains(viewer.role) }
        return type.categories.first.map(role.categories.contains) ?? false
    }

    /// Whether somebody at an agency may complete a record type, in whatever role they hold there on a day.
    func mayComplete(_ type: RecordType, at agency: String, on day: Day) -> Bool {
        let held = rules.directory.roles.filter {
            $0.agency == agency && $0.from ?? day <= day && $0.until ?? day >= day
        }
        return Set(held.map(\.role)).contains { role in
            let holder = Viewer(worker: "", name: "", agency: agency, role: role, purpose: "", session: "")
            return mayComplete(type, viewer: holder)
        }
    }

    /// Whether somebody at an agency keeps its diary, in whatever role they hold there on a day.
    func keepsDiary(at agency: String, on day: Day) -> Bool {
        let held = rules.directory.roles.filter { $0.agency == agency && $0.isInForce(on: day) }.map(\.role)
        return rules.definitions.roles.contains { $0.keepsDiary && held.contains($0.id) }
    }

    /// Whether the viewer's role keeps its agency's diary.
    func keepsDiary(_ viewer: Viewer) -> Bool { role(viewer)?.keepsDiary ?? false }

    /// The type with only the questions this role is asked.
    func asked(_ type: RecordType, viewer: Viewer) -> RecordType {
        guard type.completedBy.isEmpty else { return type.asking(categories: nil) }
        return type.asking(categories: Set(role(viewer)?.categories ?? []))
    }

    private func role(_ viewer: Viewer) -> Scheme.Role? {
        rules.definitions.roles.first { $0.id == viewer.role }
    }

    func roleTitle(_ viewer: Viewer) -> String { role(viewer)?.title ?? viewer.role }
}
