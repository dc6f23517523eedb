import Credentials
package import Domain
import Store

/// A worker who is signed in, as of one request.
package struct LiveSession: Sendable {
    /// Who looks. Until a role is chosen its agency and role are empty, and the policy shows such a viewer nothing.
    package let viewer: Viewer
    let worker: Worker
    /// The agency acted for, as people say it; empty until a role is chosen.
    package let agencyTitle: String
    /// The role acted in, as a page says it; empty until one is chosen.
    package let roleTitle: String
    /// Whether the role administers the partnership. It has no sight of cases.
    package let mayAdminister: Bool
    /// The roles of today; more than one when the worker may change between them.
    package let roles: [RoleChoice]
    let times: SessionTimes
    /// When it ends if nothing more is asked of it.
    package let endsAt: Instant
    /// Whether the second factor was given recently enough for an act that asks for it again.
    package let isSecondFactorFresh: Bool
    /// What every form of this session carries as `csrf`.
    package let formToken: String
    let digest: TokenDigest

    /// What the worker types to sign in.
    package var signInName: String { worker.signInName }

    /// Whether the worker has said in which role they act.
    package var hasRole: Bool { !viewer.role.isEmpty }

    /// UTC milliseconds, to the minute.
    var lastSeenAt: Int64 { times.lastSeenAt }

    var hash: [UInt8] { digest.bytes }
}

/// A role a worker may act in today.
package struct RoleChoice: Sendable, Hashable {
    package let agency: String
    package let role: String
    package let agencyTitle: String
    package let roleTitle: String
    package let mayAdminister: Bool
    /// Whether it is the role acted in now.
    package let isActedIn: Bool
}

extension RulesInForce.Snapshot {
    /// A worker's role with the names a page gives it. A role that no scheme declares goes by its id.
    func choice(_ held: WorkerRole, acting session: StoredSession) -> RoleChoice {
        let role = definitions.roles.first { $0.id == held.role }
        return RoleChoice(
            agency: held.agency, role: held.role, agencyTitle: directory.agencyTitle(held.agency),
            roleTitle: role?.title ?? held.role, mayAdminister: role?.mayAdminister ?? false,
            isActedIn: held.agency == session.agency && held.role == session.role)
    }
}
