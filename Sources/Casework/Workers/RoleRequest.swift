package import Domain
import Store

/// A role as an administrator asks for it.
package struct RoleRequest: Sendable, Hashable {
    package var agency: String
    package var role: String
    /// May be empty.
    package var team: String
    /// Where they work, where that limits what a board shows.
    package var venue: String?
    /// The first day; nil for always.
    package var from: Day?
    /// The last day; nil while it goes on.
    package var until: Day?

    package init(
        agency: String, role: String, team: String = "", venue: String? = nil, from: Day? = nil, until: Day? = nil
    ) {
        self.agency = agency
        self.role = role
        self.team = team
        self.venue = venue
        self.from = from
        self.until = until
    }

    func held(by worker: String) -> WorkerRole {
        WorkerRole(
            worker: worker, agency: agency, role: role, team: team, venue: venue, from: from, until: until)
    }
}

extension AddWorker.NewWorker {
    /// Somebody with one role and a reference of their own.
    package init(signInName: String, name: String, phone: String, role: RoleRequest) {
        self.init(signInName: signInName, name: name, phone: phone, roles: [role.held(by: "")])
    }
}
