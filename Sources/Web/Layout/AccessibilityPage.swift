import Markup

/// What is known of how well the pages can be used by everybody, and what is not.
let accessibilityPage: HTML = """
    <h1 class="govuk-heading-l">Accessibility</h1>
    <p class="govuk-body">Everybody who works with this service should be able to use all of it. The pages are built to \
    meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, with the components of the GOV.UK Design System \
    and of the Ministry of Justice.</p>
    <h2 class="govuk-heading-m">What you should be able to do</h2>
    <ul class="govuk-list govuk-list--bullet">
    <li>use every page with a keyboard alone, and see where you are</li>
    <li>use every page with a screen reader, or with speech</li>
    <li>enlarge the text to 400% without anything being cut off</li>
    <li>use every page with JavaScript switched off</li>
    <li>paste your password and code, or let a password manager fill them in</li>
    </ul>
    <h2 class="govuk-heading-m">What is not known yet</h2>
    <p class="govuk-body">The service has not yet been audited by people who use assistive technology every day. Until it \
    has, this page does not claim that it complies.</p>
    <h2 class="govuk-heading-m">If something does not work for you</h2>
    <p class="govuk-body">Tell your agency's administrator, or whoever runs the service for your partnership. Say which \
    page it was, what you tried to do and what you use. Ask for the information in another form if you need it \
    meanwhile.</p>
    <p class="govuk-body">The partnership that runs the service must publish its own accessibility statement under the \
    Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not \
    content with how it answers you, the Equality Advisory and Support Service can help.</p>
    """
