import Markup

extension Golden {
    static let pages: [Golden] = [
        Golden(
            "page",
            page(
                signedInFrame, banner: identityBar(label: "Person", title: "A. Sample"),
                before: backLink(href: "/today"), content: "<h1 class=\"govuk-heading-l\">Plan</h1>")),
        Golden("page-signed-out", page(signedOutFrame, content: "<h1 class=\"govuk-heading-l\">Sign in</h1>")),
    ]

    private static var signedInFrame: PageFrame {
        var frame = PageFrame(title: "Plan of \(awkward)", partnership: "Anytown & District")
        frame.hasProblems = true
        frame.navigation = [NavigationItem("Today", href: "/today", isCurrent: true)]
        frame.signedIn = SignedIn(
            worker: awkward, agency: "Probation",
            signOut: postButton("Sign out", action: "/sign-out", tokens: FormTokens(csrf: "c", once: "o")))
        frame.marking = .officialSensitive
        frame.isWide = true
        return frame
    }

    private static var signedOutFrame: PageFrame {
        var frame = PageFrame(title: "Sign in", partnership: "Anytown & District")
        frame.marking = .official
        return frame
    }
}
