import Casework
import Domain
import Markup

/// The names that pages give to what the record holds by reference.
struct RecordWords {
    let rules: RulesInForce.Snapshot

    init(_ context: SignedInContext) {
        rules = context.world.rules.current
    }

    func category(_ id: String) -> String {
        rules.definitions.categories.first { $0.id == id }?.title ?? id
    }

    func role(_ id: String) -> String { rules.definitions.roles.first { $0.id == id }?.title ?? id }

    func purpose(_ id: String) -> String {
        rules.definitions.schemes.flatMap(\.purposes).first { $0.id == id }?.title ?? id
    }

    func recordType(_ id: String) -> String { rules.definitions.recordType(id)?.title ?? id }

    func agency(_ id: String) -> String { rules.directory.agencyTitle(id) }

    /// A worker's name; a part of the system by what it does.
    func worker(_ id: String) -> String {
        id.hasPrefix("system:") ? "The system (\(id.dropFirst("system:".count)))" : rules.directory.workerName(id)
    }
}

extension PersonIdentity {
    /// The address of the person's page.
    var href: Href { "/people/\(subject)" }
}
