package import Domain

/// A sharing agreement in words: who may see what of whose records, when, why, and by what legal power.
package struct AgreementView: Sendable {
    package var title: String
    package var source: String
    package var parties: [String]
    package var purposes: [String]
    package var from: Day?
    package var until: Day?
    package var permissions: [Permission]

    package struct Permission: Sendable, Hashable {
        package var who: String
        package var what: String
        package var whose: String
        package var purposes: String
        package var when: [String]
        package var because: String
        package var gateway: String
        package var source: String
    }
}

/// Opens the sharing agreements in force.
package struct OpenAgreements: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(by viewer: Viewer) async throws -> [AgreementView] {
        let rules = world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        try await world.keepPartnershipLook("agreements", by: viewer)
        let words = AgreementWords(rules: rules)
        return rules.definitions.agreements.map { words.view($0) }
    }
}

/// The ids of an agreement as people say them. An id that nothing explains stands as it is.
private struct AgreementWords {
    let rules: RulesInForce.Snapshot
    private let categories: [String: String]
    private let roles: [String: String]
    private let purposes: [String: String]

    init(rules: RulesInForce.Snapshot) {
        self.rules = rules
        let definitions = rules.definitions
        categories = Dictionary(definitions.categories.map { ($0.id, $0.title) }) { first, _ in first }
        roles = Dictionary(definitions.roles.map { ($0.id, $0.title) }) { first, _ in first }
        purposes = Dictionary(definitions.schemes.flatMap(\.purposes).map { ($0.id, $0.title) }) { first, _ in first }
    }

    func view(_ agreement: SharingAgreement) -> AgreementView {
        AgreementView(
            title: agreement.title, source: agreement.source,
            parties: agreement.parties.map(rules.directory.agencyTitle), purposes: agreement.purposes.map(purpose),
            from: agreement.from, until: agreement.until, permissions: agreement.permissions.map(permission))
    }

    private func permission(_ permission: SharingAgreement.Permission) -> AgreementView.Permission {
        let recipients = permission.agencies.map(rules.directory.agencyTitle)
        let who = permission.roles.isEmpty ? "Every role" : list(permission.roles.map { roles[$0] ?? $0 })
        let types = permission.types.map { rules.definitions.recordType($0)?.title ?? $0 }
        let what = list(permission.categories.map { categories[$0] ?? $0 })
        return AgreementView.Permission(
            who: recipients.isEmpty ? who : "\(who) at \(list(recipients))",
            what: types.isEmpty ? what : "\(what): only \(list(types))",
            whose: permission.owners.isEmpty ? "Any agency" : list(permission.owners.map(rules.directory.agencyTitle)),
            purposes: list(permission.purposes.map(purpose)), when: permission.conditions.map(condition),
            because: permission.because, gateway: permission.gateway, source: permission.source)
    }

    private func purpose(_ id: String) -> String { purposes[id] ?? id }

    private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    private func condition(_ condition: SharingAgreement.Condition) -> String {
        func titles(_ ids: [String]) -> String { list(ids.map { rules.definitions.programme($0)?.title ?? $0 }) }
        return switch condition {
        case .enrolled(let programmes): "while the person is in: \(titles(programmes))"
        case .enrolledHere(let programmes): "while the recipient works with the person in: \(titles(programmes))"
        case .openReferral: "while a referral to the recipient is open"
        case .told: "where the recipient was told something and it was written down"
        case .consent: "with the person's consent"
        case .writtenConsent: "with the person's written consent"
        case .leads: "for whoever leads the work with the person"
        }
    }
}
