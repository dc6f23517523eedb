/// The head of a page: marking, service, partnership, who is signed in, and the places of the service.
func pageHeader(_ frame: PageFrame) -> HTML {
    let marking: HTML? = frame.marking.map { "<p class=\"tc-marking\">\($0.rawValue)</p>\n" }
    let account: HTML? = frame.signedIn.map { signedIn in
        """
        <div class="tc-header__account"><span class="tc-header__worker">\(signedIn.worker), \(signedIn.agency)</span>\
        \(signedIn.signOut)</div>

        """
    }
    let navigation: HTML? = frame.navigation.isEmpty ? nil : serviceNavigation(frame.navigation)
    return """
        <header class="tc-header">
        \(marking)<div class="govuk-width-container tc-header__container">
        <div class="tc-header__names"><a class="tc-header__service" href="/">\(frame.service)</a>
        <span class="tc-header__partnership">\(frame.partnership)</span></div>
        \(account)</div>
        \(navigation)
        </header>

        """
}
