/// The published roles, categories and sharing agreements, as one policy that says what each viewer may see.
///
/// Default deny: an unknown role, a category no scheme declares, an agency that has not signed, and a day outside an
/// agreement's term all show nothing.
package struct AccessPolicy: Sendable {
    private let roles: [Scheme.Role]
    private let categories: Set<ByteText>
    /// Those that no statute closes.
    private let open: Set<ByteText>
    private let offers: [AccessOffer]
    private let rules = MadeOnce<RuleKey, AccessRule>(most: 256)

    /// All of a viewer that decides what they may see on a day.
    private struct RuleKey: Hashable {
        let worker, agency, role, purpose: ByteText
        let hasBrokenGlass: Bool
        let isSystem: Bool
        let day: Day

        init(_ viewer: Viewer, _ day: Day) {
            (worker, agency) = (ByteText(viewer.worker), ByteText(viewer.agency))
            (role, purpose) = (ByteText(viewer.role), ByteText(viewer.purpose))
            hasBrokenGlass = viewer.hasBrokenGlass
            isSystem = viewer.isSystem
            self.day = day
        }
    }

    /// The parts of the schemes in force that decide access.
    package init(roles: [Scheme.Role], agreements: [SharingAgreement], categories: [Scheme.Category]) {
        self.roles = roles
        let known = Set(texts: categories.map(\.id))
        // A category that any scheme calls statutory is.
        let open = known.subtracting(Set(texts: categories.filter(\.isStatutory).map(\.id)))
        self.categories = known
        self.open = open
        offers = agreements.flatMap { agreement in
            agreement.permissions.map { permission in
                AccessOffer(permission, of: agreement, sharing: permission.needsWriting ? known : open)
            }
        }
    }

    /// What `viewer` may see on `today`, a London day.
    ///
    /// - Their own agency's rows, in the categories of their role.
    /// - What a permission shows of an agreement in force that their agency has signed, when their role, agency and
    ///   purpose are among those it names.
    /// - Never anything of a person they are barred from, of one who is restricted to others, nor of one who is sealed.
    /// - A statutory category reaches other agencies, and other roles of its own, only by a permission that asks for
    ///   written consent, whatever else a permission says (Drugs Act 2005 s.15).
    /// - Every agency's rows of a person whose record they opened by breaking the glass, in the categories of their role
    ///   that no statute closes; never of whom they are barred from, of the restricted and of the sealed.
    /// - An administrator's role sees no row at all.
    ///
    /// A part of the system sees every row of everyone who is not sealed.
    package func rule(for viewer: Viewer, today: Day) -> AccessRule {
        // Of somebody who is only asked about, no page follows that asks again.
        guard viewer.isSystem || !viewer.session.isEmpty else { return made(for: viewer, today: today) }
        return rules.value(of: RuleKey(viewer, today)) { made(for: viewer, today: today) }
    }

    private func made(for viewer: Viewer, today: Day) -> AccessRule {
        if viewer.isSystem {
            let everything = RowScope(categories: nil, owners: nil, types: nil)
            return AccessRule(bars: [.sealed], grants: [AccessGrant(scope: everything, reason: .systemWork)])
        }
        let role = ByteText(viewer.role)
        let held = roles.filter { ByteText($0.id) == role }
        guard let first = held.first, !held.contains(where: \.mayAdminister), !viewer.agency.isEmpty else {
            return .nothing
        }
        let own = RowScope(
            categories: Set(texts: first.categories).intersection(categories), owners: [ByteText(viewer.agency)],
            types: nil)
        var shared = offers.compactMap { $0.grant(to: viewer, on: today) }
        if viewer.hasBrokenGlass {
            let scope = RowScope(
                categories: Set(texts: first.categories).intersection(open), owners: nil, types: nil)
            let condition = AccessGrant.Condition.subject(.openedFor(ByteText(viewer.worker)))
            shared.append(AccessGrant(scope: scope, conditions: [condition], reason: .brokenGlass))
        }
        return AccessRule(
            bars: [.barred(ByteText(viewer.worker)), .notAdmitted(ByteText(viewer.worker)), .sealed],
            grants: [AccessGrant(scope: own, reason: .ownRecord)] + shared)
    }
}

extension AccessPolicy {
    /// The policy of what is published.
    package init(_ definitions: Definitions) {
        self.init(
            roles: definitions.roles, agreements: definitions.agreements, categories: definitions.categories)
    }
}

extension SharingAgreement.Permission {
    /// Whether it shows nothing without the person's consent in writing.
    fileprivate var needsWriting: Bool { conditions.contains(.writtenConsent) }
}
