import HTTPTypes
import Markup

/// A page for what went wrong, in words that say what to do now.
struct FaultPage {
    let status: HTTPResponse.Status
    let title: String
    let content: HTML

    func html(_ site: Site) -> HTML {
        PublicPage(title, site).html("<h1 class=\"govuk-heading-l\">\(title)</h1>\n\(content)")
    }

    static let missing = FaultPage(
        status: .notFound, title: "Page not found",
        content: """
            <p class="govuk-body">There is no such page, or it is not for you to see.</p>
            <p class="govuk-body">If you typed the address, check it. If you followed a link, what it led to may have \
            moved, or you may act in a role that does not see it.</p>
            <p class="govuk-body"><a class="govuk-link" href="/">Go to your start page</a></p>
            """)

    static let wrongMethod = FaultPage(
        status: .methodNotAllowed, title: "This page cannot be asked for in that way",
        content: "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/\">Go to your start page</a></p>")

    static let notForThisRole = FaultPage(
        status: .forbidden, title: "This page is not for the role you act in",
        content: """
            <p class="govuk-body">If you have another role, change to it and come back.</p>
            <p class="govuk-body"><a class="govuk-link" href="/choose-role">Change role</a></p>
            """)

    /// For those who hold no other.
    static let notForTheirRole = FaultPage(
        status: .forbidden, title: "This page is not for your role",
        content: """
            <p class="govuk-body">If your work needs it, ask whoever keeps your agency’s roles.</p>
            <p class="govuk-body"><a class="govuk-link" href="/">Go to your start page</a></p>
            """)

    static let notOurForm = FaultPage(
        status: .forbidden, title: "The form was not accepted",
        content: """
            <p class="govuk-body">Nothing was changed. The form did not come from a page of this service that is still \
            good: you may have signed in again since you opened it.</p>
            <p class="govuk-body">Go back, copy what you typed, reload the page and send it again.</p>
            """)

    static let unavailable = FaultPage(
        status: .serviceUnavailable, title: "Sorry, the service is not available for the moment",
        content: """
            <p class="govuk-body">What you sent last may not have been saved. Wait half a minute, look whether it is \
            there, and try again.</p>
            <p class="govuk-body">If this goes on, tell whoever runs the service.</p>
            """)

    static func damaged(requestID: String) -> FaultPage {
        FaultPage(
            status: .internalServerError, title: "This cannot be shown: what is stored is not what was written",
            content: """
                <p class="govuk-body">Part of it has changed on the disk, so none of it is shown and nothing was added. Other \
                records are not affected. Until it is put right, ask whoever recorded it.</p>
                <p class="govuk-body">Tell whoever runs the service now, and give them this number: \
                <strong>\(requestID)</strong>.</p>
                """)
    }

    static func broken(requestID: String) -> FaultPage {
        FaultPage(
            status: .internalServerError, title: "Sorry, there is a problem with the service",
            content: """
                <p class="govuk-body">What you sent last may not have been saved. Look whether it is there before you \
                try again.</p>
                <p class="govuk-body">If it happens again, tell whoever runs the service, and give them this number: \
                <strong>\(requestID)</strong>.</p>
                """)
    }
}

extension FaultPage {
    init(_ refusal: FormRefusal) {
        switch refusal {
        case .tooLarge(let limitBytes):
            self.init(
                status: .contentTooLarge, title: "What you sent is too large",
                content: """
                    <p class="govuk-body">Nothing was saved. At most \(limitBytes >> 10) kB can be sent at once.</p>
                    """)
        case .otherMediaType:
            self.init(status: .unsupportedMediaType, title: "The form was not accepted", content: Self.unreadable)
        case .tooManyFields, .malformed:
            self.init(status: .badRequest, title: "The form was not accepted", content: Self.unreadable)
        }
    }

    private static let unreadable: HTML = """
        <p class="govuk-body">Nothing was saved. What was sent could not be read as a form of this service.</p>
        """
}
