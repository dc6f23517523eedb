/// A permission of an agreement, made ready to be asked about many viewers.
struct AccessOffer: Sendable {
    private let parties: Set<ByteText>
    private let agencies: Set<ByteText>
    private let roles: Set<ByteText>
    private let agreementPurposes: Set<ByteText>
    private let purposes: Set<ByteText>
    private let from: Day?
    private let until: Day?
    private let scope: RowScope
    private let conditions: [SharingAgreement.Condition]
    private let reason: AccessReason

    /// - Parameter categories: those that the permission may open at all.
    init(
        _ permission: SharingAgreement.Permission, of agreement: SharingAgreement, sharing categories: Set<ByteText>
    ) {
        parties = Set(texts: agreement.parties)
        agencies = Set(texts: permission.agencies)
        roles = Set(texts: permission.roles)
        agreementPurposes = Set(texts: agreement.purposes)
        purposes = Set(texts: permission.purposes)
        from = agreement.from
        until = agreement.until
        // An agreement shares only what those who signed it own.
        let owners = permission.owners.isEmpty ? parties : parties.intersection(Set(texts: permission.owners))
        scope = RowScope(
            categories: Set(texts: permission.categories).intersection(categories), owners: owners,
            types: permission.types.isEmpty ? nil : Set(texts: permission.types))
        conditions = permission.conditions
        reason = .permission(
            AccessReason.Permission(
                id: permission.id, because: permission.because, gateway: permission.gateway,
                agreement: agreement.title,
                restsOnConsent: conditions.contains(.consent) || conditions.contains(.writtenConsent)))
    }

    /// What it shows to this viewer, or nil when it is not in force or not for them.
    func grant(to viewer: Viewer, on day: Day) -> AccessGrant? {
        let agency = ByteText(viewer.agency)
        let purpose = ByteText(viewer.purpose)
        guard isInForce(on: day), parties.contains(agency), agencies.names(agency), roles.names(ByteText(viewer.role)),
            agreementPurposes.names(purpose), purposes.names(purpose)
        else { return nil }
        return AccessGrant(scope: scope, conditions: conditions.map { $0.between(viewer, on: day) }, reason: reason)
    }

    private func isInForce(on day: Day) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
}

extension Set<ByteText> {
    /// Whether a list of a permission names `text`. An empty list names everyone.
    fileprivate func names(_ text: ByteText) -> Bool { isEmpty || contains(text) }
}

extension SharingAgreement.Condition {
    /// The condition with the viewer as the recipient.
    fileprivate func between(_ viewer: Viewer, on day: Day) -> AccessGrant.Condition {
        let agency = ByteText(viewer.agency)
        return switch self {
        case .enrolled(let programmes): .subject(.enrolled(in: Set(texts: programmes)))
        case .enrolledHere(let programmes): .subject(.enrolledWith(agency: agency, in: Set(texts: programmes)))
        case .openReferral: .subject(.openReferral(to: agency))
        case .told: .subject(.told(agency))
        case .leads: .subject(.ledBy(ByteText(viewer.worker)))
        case .consent: .consent(consent(for: viewer, on: day, mustBeWritten: false))
        case .writtenConsent: .consent(consent(for: viewer, on: day, mustBeWritten: true))
        }
    }

    private func consent(for viewer: Viewer, on day: Day, mustBeWritten: Bool) -> ConsentTest {
        ConsentTest(
            recipient: ByteText(viewer.agency), purpose: ByteText(viewer.purpose), mustBeWritten: mustBeWritten,
            day: day)
    }
}
