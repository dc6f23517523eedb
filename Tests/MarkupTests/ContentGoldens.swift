import Markup

extension Golden {
    static let content: [Golden] =
        [
            Golden("back-link", backLink(href: "/people?q=a&p=2")),
            Golden("back-link-named", backLink("Back to the cells", href: "/cells")),
            Golden("link", link("Change", href: "/people/1", about: "name of \(awkward)")),
            Golden("breadcrumbs", breadcrumbs([Crumb("People", href: "/people"), Crumb(awkward)])),
            Golden("details", details("Why is this due?", content: "<p>Positive test &amp; arrest</p>")),
            Golden("details-open", details("Why is this due?", isOpen: true, content: "Positive test")),
            Golden("panel", panel("Referral sent", content: "Reference<br><strong>7K2M9Q4X</strong>")),
            Golden("panel-bare", panel("Referral sent")),
            Golden("inset-text", insetText("Seen by \(awkward)")),
            Golden("warning-text", warningText("Missing this may be an offence.")),
            Golden("notification-banner", notificationBanner(heading: "Two people have no lead worker")),
            Golden(
                "notification-banner-success",
                notificationBanner(.success, heading: "Note saved", content: "<p class=\"govuk-body\">At 14:05</p>\n")),
            Golden(
                "tabs",
                tabs([
                    Tab(id: "timeline", label: "Timeline", content: "<p>First</p>"),
                    Tab(id: "plan", label: "Plan & goals", content: "<p>Second</p>"),
                ])),
            Golden("tag", tag("Active")),
            Golden("due", [.overdue, .dueSoon, .later, .met].map { due($0, "in 2 days") }.joined(separator: "\n")),
            Golden("badges", BadgeColour.allCases.map { badge("On \(awkward)", $0) }.joined(separator: "\n")),
            Golden(
                "identity-bar",
                identityBar(label: "Person", title: HTML(text: awkward), actions: linkButton("Act", href: "/a"))),
            Golden("identity-bar-bare", identityBar(label: "Person", title: "A. Sample")),
            Golden(
                "person-banner",
                personBanner(
                    name: awkward, identity: "35, born 3 March 1991, 7K2M9Q4X",
                    alerts: [badge("Do not visit alone", .red)],
                    facts: [SummaryRow("Lead worker", value: link("01632 960 001", href: .telephone("01632 960 001")))],
                    actions: linkButton("Add note", href: "/notes/new"))),
            Golden("person-banner-bare", personBanner(name: "A. Sample", identity: "35")),
            Golden("alerts", AlertKind.allCases.map { alert($0, heading: "Order in force") }.joined(separator: "\n")),
            Golden("alert-content", alert(.warning, heading: awkward, content: "<p>Until 1 June 2027</p>")),
            Golden("ticket-panel", ticketPanel(label: "Order", colour: .blue, content: "<p>Twelve weeks</p>")),
            Golden("page-header-actions", pageHeaderActions("My caseload", actions: printButton())),
            Golden("scrollable-pane", scrollablePane(label: "Contacts", content: "<p>Wide</p>")),
        ] + TagColour.allCases.map { Golden("tag-\($0.rawValue)", tag("Active", $0)) }
}
