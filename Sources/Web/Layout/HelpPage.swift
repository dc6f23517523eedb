import Casework
import Markup

/// How to sign in, and whom to ask.
func helpPage(_ site: Site) -> HTML {
    let minutes = site.door.idleMinutes
    let hours = site.door.longestHours
    return """
        <h1 class="govuk-heading-l">Help</h1>
        <h2 class="govuk-heading-m">You cannot sign in</h2>
        <ul class="govuk-list govuk-list--bullet">
        <li>Type your sign-in name and password as they were given to you. Capital letters count in the password, not in \
        the name.</li>
        <li>The code is the six digits your authenticator app shows now. Each code works once: if you have just used one, \
        wait for the next.</li>
        <li>If codes are never accepted, the clock of your phone may be wrong. Set it to take its time from the \
        network.</li>
        <li>After several failed tries you must wait a little between them. A browser you have signed in from before is \
        never shut out by what others try.</li>
        </ul>
        <p class="govuk-body">If you have lost your phone or your password, ask your agency's administrator. They can give \
        you new ones once they are sure that it is you: a password, or a key to type into the authenticator app of another \
        phone. Each is shown to them once. You are then signed out everywhere, and what was lost opens nothing any more.</p>
        <p class="govuk-body">Administrators do this under Partnership, Workers: open the worker and choose "Give a new \
        password or second factor".</p>
        <p class="govuk-body">Once signed in, you can <a class="govuk-link" href="/password">change your password</a>.</p>
        <h2 class="govuk-heading-m">You were signed out</h2>
        <p class="govuk-body">You are signed out after \(minutes) minutes without a click, and in any case after \(hours) \
        hours. Sign out yourself whenever you leave a shared computer. If it happens while you fill in a record, send the \
        form all the same: you are asked to sign in, and the form comes back as you filled it in.</p>
        <h2 class="govuk-heading-m">You expected to see something and do not</h2>
        <p class="govuk-body">You see what your agency recorded, as far as your role goes, and what other agencies may \
        share with you under a signed agreement or with the person's consent. Somebody who has several roles sees what \
        belongs to the role they act in: change it with the link beside your name.</p>
        <h2 class="govuk-heading-m">Something is wrong in the record</h2>
        <p class="govuk-body">Open the entry and choose to amend it, or to withdraw it if it should never have been made. \
        The old version is kept, out of sight of those who do not need it. For an entry of another agency, tell that \
        agency.</p>
        <h2 class="govuk-heading-m">The service does not work</h2>
        <p class="govuk-body">Tell whoever runs the service for your partnership. If the page shows a number, give it to \
        them: it finds what happened without anybody's name.</p>
        """
}
