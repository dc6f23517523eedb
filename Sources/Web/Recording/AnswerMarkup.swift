import Casework
import Domain
import Markup

/// What a decision would be for the answers so far.
struct AnswerMarkup {
    let finding: Decision.Finding?
    /// Whether the answers were judged at all: a page without scripts shows nothing until asked.
    var isAsked = true

    var markup: HTML {
        guard isAsked else { return liveAnswer(content: "") }
        guard let finding else {
            return liveAnswer(
                announcement: "No answer yet", content: "<p class=\"govuk-body\">No answer yet. Go on answering.</p>")
        }
        return liveAnswer(announcement: "\(finding.title). \(finding.because)", content: words(finding))
    }

    private func words(_ finding: Decision.Finding) -> HTML {
        let named = SourceWords(finding.source).text
        let source: HTML? = named.isEmpty ? nil : "<p class=\"govuk-hint\">\(named)</p>\n"
        if finding.warns {
            return """
                \(warningText("\(finding.title)"))
                <p class="govuk-body">\(finding.because)</p>
                \(source)
                """
        }
        return """
            <p class="govuk-heading-m">\(finding.title)</p>
            <p class="govuk-body">\(finding.because)</p>
            \(source)
            """
    }
}
