import Casework
import Domain
import Hummingbird
import Markup

/// What waits for our answer first, then what we took on and what we asked of others.
struct ReferralsPage {
    let view: ReferralsView

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("Referrals", at: .referrals, isWide: true, context).response(
            """
            <h1 class="govuk-heading-l">Referrals</h1>
            \(waiting)
            \(accepted)
            \(sent)
            \(view.hasMore ? insetText("There are more referrals than this page shows.") : nil)
            """)
    }

    private var waiting: HTML {
        guard !view.waiting.isEmpty else { return empty("Waiting for our answer", "No referral waits for an answer.") }
        var columns = [TableColumn("Who"), TableColumn("What for"), TableColumn("From"), TableColumn("Since")]
        if view.answersWith != nil { columns.append(TableColumn("To do", isTitleHidden: true)) }
        return table(
            caption: "Waiting for our answer", columns: columns,
            rows: view.waiting.map { line in
                TableRow(
                    [who(line), "\(line.service)", "\(line.from)", "\(since(line.sentAt))"] + answer(line, "Answer"))
            }, layout: .board)
    }

    private var accepted: HTML {
        guard !view.accepted.isEmpty else { return empty("Taken on", "We have no referral taken on.") }
        var columns = [TableColumn("Who"), TableColumn("What for"), TableColumn("From"), TableColumn("Taken on")]
        if view.answersWith != nil { columns.append(TableColumn("To do", isTitleHidden: true)) }
        return table(
            caption: "Taken on", columns: columns,
            rows: view.accepted.map { line in
                TableRow(
                    [who(line), "\(line.service)", "\(line.from)", "\(line.answeredAt.map(since) ?? "")"]
                        + answer(line, "Change the answer"))
            }, layout: .board)
    }

    private var sent: HTML {
        guard !view.sent.isEmpty else { return empty("Sent by us", "We have sent no referral.") }
        return table(
            caption: "Sent by us",
            columns: [
                TableColumn("Who"), TableColumn("What for"), TableColumn("To"), TableColumn("Sent"),
                TableColumn("State"), TableColumn("Since"),
            ],
            rows: view.sent.map { line in
                TableRow(
                    [
                        who(line), "\(line.service)", "\(line.to)", "\(since(line.sentAt))",
                        tag(line.state.words, colour(line.state)), "\(since(line.answeredAt ?? line.sentAt))",
                    ], state: line.state == .refused || line.state == .closed ? .settled : nil)
            }, layout: .board)
    }

    private func empty(_ heading: String, _ sentence: String) -> HTML {
        "<h2 class=\"govuk-heading-m\">\(heading)</h2>\n<p class=\"govuk-body\">\(sentence)</p>"
    }

    private func who(_ line: ReferralsView.Line) -> HTML {
        let born: HTML? = line.person.born.isEmpty ? nil : "<br>born \(line.person.born)"
        return "\(link(line.person.listed, href: "/people/\(line.person.subject)"))\(born)"
    }

    private func answer(_ line: ReferralsView.Line, _ words: String) -> [HTML] {
        guard let type = view.answersWith else { return [] }
        let href = RecordLink(type, of: line.person.subject, answers: ["referral": line.event]).href
        return [link(words, href: href, about: "for \(line.person.full)")]
    }

    /// "2 May 2013, 3 days ago".
    private func since(_ instant: Instant) -> String {
        let day = London.day(of: instant)
        let days = day.days(until: London.day(of: view.asOf))
        switch days {
        case ...0: return "\(day.text), today"
        case 1: return "\(day.text), yesterday"
        default: return "\(day.text), \(days) days ago"
        }
    }

    private func colour(_ state: ReferralsView.State) -> TagColour {
        switch state {
        case .sent: .blue
        case .accepted: .green
        case .refused: .orange
        case .closed: .grey
        }
    }
}
