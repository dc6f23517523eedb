import Casework
import Hummingbird
import Markup

/// What the schemes in force define, each with its source and a page in plain words.
struct RulesPage {
    let view: RulesView

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("Rules", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership/rules"),
            """
            <h1 class="govuk-heading-l">Rules in force</h1>
            <p class="govuk-body">Rules are published as schemes. An enrolment keeps the version of the day it began.</p>
            \(view.schemes.map(scheme))
            """)
    }

    private func scheme(_ scheme: RulesView.SchemePart) -> HTML {
        let builds: HTML? =
            scheme.buildsOn.isEmpty ? nil : " It builds on \(scheme.buildsOn.joined(separator: ", "))."
        return """
            <h2 class="govuk-heading-m">\(scheme.title)</h2>
            <p class="govuk-body">Version \(scheme.version).\(builds)</p>
            \(scheme.groups.map { group($0, of: scheme) })

            """
    }

    private func group(_ group: RulesView.Group, of scheme: RulesView.SchemePart) -> HTML {
        let list = table(
            caption: "\(group.title) of \(scheme.title)", captionSize: .small,
            columns: [TableColumn("Rule"), TableColumn("Source")],
            rows: group.rules.map { TableRow([link($0.title, href: RulePage.href($0.id)), "\($0.source)"]) })
        return details("\(group.title) (\(group.rules.count))", content: list)
    }
}

/// One rule in plain words.
struct RulePage {
    let passages: [RulePassage]

    static func href(_ id: String) -> Href {
        let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
        return "/partnership/rules/\(parts.first ?? "")/\(parts.last ?? "")"
    }

    func response(_ context: SignedInContext) -> Response {
        let title = passages.first?.heading ?? "Rule"
        let rest: [HTML] = passages.dropFirst().map { passage in
            "<h2 class=\"govuk-heading-m\">\(passage.heading)</h2>\n\(lines(passage))\n"
        }
        return SignedInPage(title, at: .partnership, context).response(
            before: backLink("Rules in force", href: "/partnership/rules"),
            """
            <h1 class="govuk-heading-l">\(title)</h1>
            \(passages.first.map(lines))
            \(rest)
            """)
    }

    private func lines(_ passage: RulePassage) -> HTML {
        let items: [HTML] = passage.lines.map { "<li>\($0)</li>\n" }
        return items.isEmpty ? "" : "<ul class=\"govuk-list govuk-list--bullet\">\n\(items)</ul>"
    }
}
