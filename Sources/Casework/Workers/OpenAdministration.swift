package import Domain
import Ledger
import Store

/// One thing an administrator did, as its entry in the ledger says.
package struct AdministrationAct: Sendable, Hashable {
    /// Where the entry stands in the ledger.
    package var position: Int64
    package var at: Instant
    /// Who did it; `nil` for the command on the machine itself.
    package var who: String?
    /// What was done, as the entry's code says.
    package var outcome: String
    /// The worker it was done about; empty where it was about none.
    package var worker: String
    /// Whether they did it about themselves.
    package var isAboutThemselves: Bool
    /// "Administrator, Test drugs team": the roles it was about.
    package var roles: [String]
    /// The first and last day, or the start and end, where the entry names them.
    package var from: String?
    package var until: String?
    /// Whether a role ended at once rather than on a day.
    package var isAtOnce: Bool
    /// What else it was about: an agency, versions of rules, or what was given.
    package var about: [String]
}

/// What administrators have done, the newest first.
package struct AdministrationView: Sendable {
    package var acts: [AdministrationAct]
    /// Where the next page begins; nil on the last.
    package var older: Int64?
}

/// Opens what administrators have done. That it was read is an entry too.
package struct OpenAdministration: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let pageSize = 50

    /// - Parameter position: only what was done before this place of the ledger; nil for the newest.
    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(before position: Int64? = nil, by viewer: Viewer) async throws -> AdministrationView {
        let rules = world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        let rows = try await world.database.read { connection in
            try LedgerRowReading.entries(
                about: AdministrationRegister.subject, before: position, limit: Self.pageSize + 1, on: connection)
        }
        try await world.keepPartnershipLook("administration", kind: .ledgerRead, by: viewer)
        let acts = rows.prefix(Self.pageSize).compactMap { row in
            LedgerEntry(canonical: Array(row.line.utf8)).map { entry in
                AdministrationAct(
                    entry, content: row.content.flatMap { CanonicalObject(canonical: Array($0.utf8)) }, rules)
            }
        }
        return AdministrationView(acts: acts, older: rows.count > Self.pageSize ? acts.last?.position : nil)
    }
}

extension AdministrationAct {
    /// - Parameter content: nil where it was erased.
    init(_ entry: LedgerEntry, content: CanonicalObject?, _ rules: RulesInForce.Snapshot) {
        func text(_ key: String) -> String? {
            if case .string(let text)? = content?[key] { text } else { nil }
        }
        func texts(_ key: String) -> [String] {
            guard case .array(let values)? = content?[key] else { return [] }
            return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        let id = text("worker")
        position = entry.position
        at = Instant(milliseconds: entry.at)
        who = entry.actor.hasPrefix("system:") ? nil : rules.directory.workerName(entry.actor)
        outcome = entry.outcome
        worker = id.map(rules.directory.workerName) ?? ""
        isAboutThemselves = id == entry.actor
        let pairs = texts("roles") + (text("role").map { ["\($0) \(text("agency") ?? "")"] } ?? [])
        roles = pairs.map { pair in
            let parts = pair.split(separator: " ", maxSplits: 1).map(String.init)
            let title = rules.definitions.roles.first { $0.id == parts.first }?.title ?? parts.first ?? ""
            return "\(title), \(rules.directory.agencyTitle(parts.last ?? ""))"
        }
        from = text("from")
        until = text("until")
        isAtOnce = content?["at-once"].map { if case .bool(true) = $0 { true } else { false } } ?? false
        about =
            text("given").map { [$0] } ?? text("rota").map { [$0] }
            ?? (text("role") == nil ? text("agency").map { [rules.directory.agencyTitle($0)] } : nil)
            ?? texts("versions")
    }
}
