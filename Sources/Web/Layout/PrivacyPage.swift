import Casework
import Markup

/// What the service keeps about those who use it and about those whose record it holds.
func privacyPage(_ site: Site) -> HTML {
    let kind: HTML =
        site.partnership.isDemonstration
        ? insetText(
            """
            This is a demonstration. Every person, worker and event in it is made up. Do not put anything about a real \
            person into it.
            """)
        : """
        <p class="govuk-body">The agencies of \(site.partnership.title) are responsible for what they record here. Each \
        publishes its own privacy notice, which says on what legal basis it works, how long it keeps the record and how \
        to reach its data protection officer.</p>
        """
    return """
        <h1 class="govuk-heading-l">Privacy</h1>
        \(kind)
        <h2 class="govuk-heading-m">If you work with this service</h2>
        <ul class="govuk-list govuk-list--bullet">
        <li>It keeps your name, your telephone number at work, your agency and your roles, and colleagues see them.</li>
        <li>Whatever you record carries your name and the time.</li>
        <li>Whatever you look at, search for, print or export is entered in a ledger with your name, your role and the \
        time. The ledger cannot be changed unseen, and the people whose record it is may be told who looked.</li>
        <li>Signing in and failing to sign in are entered too. Passwords are kept only as a hash that cannot be turned \
        back. Addresses that failed to sign in are kept only as a hash, and are forgotten.</li>
        </ul>
        <h2 class="govuk-heading-m">If your record is here</h2>
        <p class="govuk-body">You may ask to see it, to have mistakes put right, and to learn who has looked at it. Ask \
        any worker who works with you, or the agency's data protection officer. If you are not content with the answer, \
        you may complain to the Information Commissioner's Office.</p>
        <h2 class="govuk-heading-m">Cookies</h2>
        <p class="govuk-body">There are two, and both are needed. One knows that you are signed in, and goes when you sign \
        out or close the browser. The other knows that somebody has signed in from this browser before, and lasts a year: \
        with it, nobody who tries to guess your password can make you wait. Nothing is shared with anybody else, and \
        nothing counts your visits.</p>
        """
}
