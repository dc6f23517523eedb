import Domain

/// Who asks: a worker of each role of the shipped rules, and those who are nobody yet.
struct MatrixColumn: Sendable {
    enum Kind: Sendable {
        /// No cookie at all.
        case nobody
        /// The cookie of a session that was signed out.
        case ended
        /// Signed in with two roles, of which none is chosen: the only step between signing in and acting.
        case withoutRole
        case acting
    }

    let name: String
    let kind: Kind
    let role: String
    let agency: String
    var worker = ""
    var cookies: [String: String] = [:]
    /// The token of the session's forms.
    var csrf = ""

    var isAdministrator: Bool { role == "administrator" }

    private static func acting(_ name: String, _ role: String, _ agency: String) -> MatrixColumn {
        MatrixColumn(name: name, kind: .acting, role: role, agency: agency)
    }

    /// One column for each role, and a second for a role that two agencies have.
    static let acting: [MatrixColumn] = [
        acting("officer", "custody-officer", "nottinghamshire-police"),
        acting("inspector", "custody-inspector", "nottinghamshire-police"),
        // The manager answers for what was missed before others make it good.
        acting("manager", "drugs-team-manager", "cjit"), acting("drugs", "drugs-worker", "cjit"),
        acting("courtteam", "court-worker", "cjit"), acting("desk", "receptionist", "cjit"),
        acting("volunteer", "volunteer", "cjit"), acting("commissioner", "commissioner", "cjit"),
        acting("admin", "administrator", "cjit"), acting("orders", "drr-practitioner", "smt"),
        acting("prescriber", "prescribing-worker", "rat"), acting("probation", "probation-officer", "probation"),
        acting("clerk", "court-clerk", "magistrates-court"), acting("prosecutor", "prosecutor", "cps"),
        acting("prison", "prison-drugs-worker", "hmp-nottingham"), acting("housing", "housing-officer", "housing-aid"),
        acting("work", "employment-adviser", "employment-service"), acting("family", "family-worker", "family-service"),
        acting("shelter", "housing-officer", "framework"),
    ]

    static let others: [MatrixColumn] = [
        MatrixColumn(name: "nobody", kind: .nobody, role: "", agency: ""),
        MatrixColumn(name: "ended", kind: .ended, role: "", agency: ""),
        MatrixColumn(name: "undecided", kind: .withoutRole, role: "", agency: ""),
    ]

    /// The worker of each agency by whom its people came into the record: the first that records who people are.
    static var planters: [MatrixColumn] {
        var agencies: Set<String> = []
        return acting.filter { agencies.insert($0.agency).inserted }
    }
}
