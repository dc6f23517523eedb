/// The line that says how a page may be handled, on screen and at the head of every printed sheet.
package enum ProtectiveMarking: String, Sendable {
    case official = "OFFICIAL"
    case officialSensitive = "OFFICIAL-SENSITIVE"
}

/// Who is signed in.
package struct SignedIn: Sendable {
    package var worker: String
    package var agency: String
    /// The form that signs out, a `postButton`.
    package var signOut: HTML

    package init(worker: String, agency: String, signOut: HTML) {
        self.worker = worker
        self.agency = agency
        self.signOut = signOut
    }
}

/// What stands around the content of every page.
package struct PageFrame: Sendable {
    /// The page's own title, before the service's name in the browser's tab.
    package var title: String
    /// Puts "Error: " before the title, which is the first thing a screen reader says.
    package var hasProblems = false
    package var service = "Throughcare"
    package var partnership: String
    package var navigation: [NavigationItem] = []
    package var signedIn: SignedIn?
    package var marking: ProtectiveMarking?
    package var help: Href = "/help"
    /// Wider than a page of text, for boards.
    package var isWide = false

    package init(title: String, partnership: String) {
        self.title = title
        self.partnership = partnership
    }
}
