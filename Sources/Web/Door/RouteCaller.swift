import Casework

/// Who may call a route. What they may then see is for the policy to say, not for the route.
package enum RouteCaller: String, Sendable, CaseIterable {
    /// Anybody.
    case anyone
    /// A worker who is signed in, whether or not they have chosen a role.
    case anyWorker
    /// A worker acting in a role.
    case signedIn
    /// A worker acting in a role that works with people. Administrators have no sight of cases.
    case caseworkers
    /// A worker acting in a role that administers the partnership.
    case administrators

    /// Throws `RoleNotChosen` or `NotForThisRole`.
    func admit(_ session: LiveSession) throws {
        switch self {
        case .anyone, .anyWorker: return
        case .signedIn, .caseworkers, .administrators: break
        }
        guard session.hasRole else { throw RoleNotChosen() }
        let refusal = NotForThisRole(hasOtherRoles: session.roles.count > 1)
        if self == .caseworkers, session.mayAdminister { throw refusal }
        if self == .administrators, !session.mayAdminister { throw refusal }
    }
}

/// The worker has several roles and has not said in which they act.
struct RoleNotChosen: Error {}

/// The route is not for the role the worker acts in.
struct NotForThisRole: Error {
    /// Whether they may change to another.
    var hasOtherRoles: Bool
}
