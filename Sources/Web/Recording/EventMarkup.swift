import Casework
import Domain
import Markup

/// One event as a page prints it.
struct EventMarkup {
    let detail: EventDetail
    let context: SignedInContext

    private var directory: Directory { context.world.rules.current.directory }

    /// Who recorded it and when, and when it happened.
    func madeBy(_ version: EventVersion) -> HTML {
        let view = version.view
        let occurred = view.isDayOnly ? London.day(of: view.occurredAt).text : London.text(view.occurredAt)
        let who = "\(directory.workerName(view.by)), \(directory.agencyTitle(view.agency))"
        let why: HTML? = version.reason.map { reason in
            "<p class=\"govuk-body\">\(Self.act(view.act)) because: \(reason)</p>\n"
        }
        return """
            <p class="govuk-body">Happened on \(occurred). Recorded by \(who) on \(London.text(view.recordedAt)).</p>
            \(why)
            """
    }

    func answers(of version: EventVersion) -> HTML {
        let rows = Self.rows(of: version.view)
        guard !rows.isEmpty else { return "<p class=\"govuk-body\">Nothing was answered that you may see.</p>" }
        return summaryList(rows)
    }

    /// What was decided, first, and then what was answered.
    static func rows(of event: EventView) -> [SummaryRow] {
        let decided = event.decided.map { SummaryRow($0.question, value: outcome($0)) }
        return (decided.map { [$0] } ?? [])
            + event.answers.map { SummaryRow($0.question, value: TimelinePage.lines($0.text)) }
    }

    private static func outcome(_ decided: DecidedView) -> HTML {
        let because: HTML? = decided.because.isEmpty ? nil : "<br>\(decided.because)"
        return "<strong>\(decided.title)</strong>\(because)"
    }

    /// Scores with their bands.
    var scores: HTML? {
        guard !detail.scores.isEmpty else { return nil }
        return summaryList(
            detail.scores.map { score in
                SummaryRow(
                    score.title, value: "<strong>\(score.total)</strong>\(score.band.isEmpty ? "" : ": ")\(score.band)")
            })
    }

    /// The versions, the newest first, where there are several and the viewer may see them.
    var versions: HTML? {
        guard detail.versions.count > 1 else { return nil }
        let items: [HTML] = detail.versions.map { version in
            let words =
                "\(Self.act(version.view.act)) on \(London.text(version.view.recordedAt)) by \(directory.workerName(version.view.by))"
            guard version.view.id != detail.event.view.id else { return "<li>\(words) (this version)</li>" }
            let href: Href = "/people/\(detail.subject)/events/\(version.view.id)"
            return "<li>\(link(words, href: href))</li>"
        }
        return """
            <h2 class="govuk-heading-m">Versions</h2>
            <ul class="govuk-list">\(items)</ul>
            """
    }

    static func act(_ word: String) -> String {
        switch word {
        case "amend": "Amended"
        case "withdraw": "Withdrawn"
        case "move": "Moved here"
        default: "Recorded"
        }
    }
}
