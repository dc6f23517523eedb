/// Who looks: a worker acting in a role for an agency with a purpose, or a named part of the system itself.
///
/// Every function that returns a person's data takes one. It has no `==`: Swift's comparison of texts is not the one
/// that decides access (see ``ByteText``).
package struct Viewer: Sendable {
    /// The worker's id, or `system:` and the name of the part of the system.
    package let worker: String
    /// The name colleagues see.
    package let name: String
    /// The agency acted for; empty for the system.
    package let agency: String
    /// The role acted in, as the schemes name it; empty for the system.
    package let role: String
    /// What the looking is for, as the schemes name it; empty when none was chosen.
    package let purpose: String
    /// What the ledger calls the session; empty for the system.
    package let session: String
    /// Whether the worker has broken the glass of some record, and the time for it has not passed.
    package let hasBrokenGlass: Bool
    /// Whether it is a part of the system, for which no person sits at a screen.
    package let isSystem: Bool

    /// A worker who is signed in.
    package init(
        worker: String, name: String, agency: String, role: String, purpose: String, session: String,
        hasBrokenGlass: Bool = false
    ) {
        self.init(
            worker: worker, name: name, agency: agency, role: role, purpose: purpose, session: session,
            hasBrokenGlass: hasBrokenGlass, isSystem: false)
    }

    private init(
        worker: String, name: String, agency: String, role: String, purpose: String, session: String,
        hasBrokenGlass: Bool, isSystem: Bool
    ) {
        self.worker = worker
        self.name = name
        self.agency = agency
        self.role = role
        self.purpose = purpose
        self.session = session
        self.hasBrokenGlass = hasBrokenGlass
        self.isSystem = isSystem
    }

    /// Somebody of whom the policy is asked what they would see, and to whom nothing is shown.
    ///
    /// - Parameter worker: empty for nobody in particular.
    package init(somebody worker: String, agency: String, role: String, purpose: String, hasBrokenGlass: Bool = false) {
        self.init(
            worker: worker, name: "", agency: agency, role: role, purpose: purpose, session: "",
            hasBrokenGlass: hasBrokenGlass)
    }

    /// A named part of the system at work, such as the runner of waiting work. Made only where such work begins, never
    /// from anything a visitor sends.
    package static func system(_ name: String) -> Viewer {
        Viewer(
            worker: "system:" + name, name: name, agency: "", role: "", purpose: "", session: "", hasBrokenGlass: false,
            isSystem: true)
    }
}
