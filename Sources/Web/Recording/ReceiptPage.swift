import Casework
import Domain
import Hummingbird
import Markup

/// What came of a record: what was found, what changed and why, and what may be done next.
struct ReceiptPage {
    let context: SignedInContext
    let view: ReceiptView

    func response() -> Response {
        let words = ReceiptWords(view: view, context: context)
        return SignedInPage(words.heading, at: .people, context).response(
            banner: view.isClosed ? nil : PersonLineMarkup(view.person).markup,
            """
            \(notificationBanner(warns ? .important : .success, heading: words.heading))
            <h1 class="govuk-heading-l">\(view.event.event.view.title)</h1>
            \(view.receipt.finding.map { AnswerMarkup(finding: $0).markup })
            \(EventMarkup(detail: view.event, context: context).scores)
            \(NoticeLink(view.event, definitions: context.world.definitions).html)<h2 class="govuk-heading-m">What changed</h2>
            \(words.changes)
            \(next)
            """)
    }

    /// What a decision warns of is no success, though it is recorded.
    private var warns: Bool { view.receipt.finding?.warns ?? false }

    private var next: HTML {
        let (person, event) = (view.receipt.subject, view.receipt.event)
        guard !view.isClosed else {
            return "<p class=\"govuk-body\">\(link("Go back to your board", href: "/boards"))</p>"
        }
        let undo: HTML? =
            view.event.mayCorrect
            ? "<li>\(link("Undo: withdraw it", href: ReceiptWords.undo(person, event)))</li>\n" : nil
        return """
            <ul class="govuk-list">
            <li>\(link("Go to \(view.person.full)", href: "/people/\(person)"))</li>
            <li>\(link("Record something else", href: "/people/\(person)/record"))</li>
            <li>\(link("See what was recorded", href: "/people/\(person)/events/\(event)"))</li>
            \(undo)</ul>
            """
    }
}

/// The words of a receipt, on its own page and above a board.
struct ReceiptWords {
    let view: ReceiptView
    let context: SignedInContext
    /// The button of a board that recorded it.
    var act: String?
    /// The person is on the board no longer from which it was recorded.
    var hasLeft = false

    /// "Visit recorded for Example, Robin", and from a board which button it was: "… Robin: Seen".
    var heading: String { act.map { "\(recorded): \($0)" } ?? recorded }

    private var recorded: String {
        let title = view.event.event.view.title
        switch view.event.event.view.act {
        case "amend": return "\(title) amended for \(view.person.listed)"
        case "withdraw": return "\(title) withdrawn for \(view.person.listed)"
        case "move": return "\(title) moved to \(view.person.listed)"
        default: return "\(title) recorded for \(view.person.listed)"
        }
    }

    var changes: HTML {
        let words = ChangeWords(directory: context.world.rules.current.directory)
        let left = hasLeft ? ["\(view.person.full) is no longer on this list."] : []
        let others = sharing + left + closed
        return others.isEmpty
            ? words.list(view.receipt.changes) : words.bullets(view.receipt.changes.map(words.sentence) + others)
    }

    /// What a consent lets those whom it names see, or see no longer.
    private var sharing: [String] {
        let words = RecordWords(context)
        return view.sharing.map { effect in
            SharingWords(words: words).sentence(effect, isWithdrawal: isWithdrawal)
        }
    }

    private var isWithdrawal: Bool {
        context.world.definitions.recordType(view.event.event.view.type)?.actsAs == .consentWithdrawal
            || view.event.event.view.act == "withdraw"
    }

    private var closed: [String] {
        view.isClosed ? ["You no longer see the record of \(view.person.full)."] : []
    }

    /// Where an act is undone: a reason for a slip of the finger stands there already.
    static func undo(_ person: String, _ event: String) -> Href {
        let page: Href = "/people/\(person)/events/\(event)/withdraw"
        return page.adding(query: "why", "slip")
    }
}
