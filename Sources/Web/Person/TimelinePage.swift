import Casework
import Domain
import Hummingbird
import Markup

/// What happened to a person, the newest first.
struct TimelinePage {
    let timeline: PersonTimeline
    let context: SignedInContext

    private var person: PersonView { timeline.person }
    private var words: RecordWords { RecordWords(context) }

    var response: Response {
        PersonPage(person: person, part: .timeline, context: context).response(
            title: "Timeline", "\(filter)\(entries)\(earlier)\(WhyShown(person: person, words: words).html)")
    }

    private var filter: HTML {
        let all = Choice("", text: "Everything", isChosen: timeline.kind == nil)
        let choices = timeline.kinds.map { Choice($0.type, text: $0.title, isChosen: $0.type == timeline.kind) }
        let boxes: HTML =
            "\(select(Field("what", label: "Show"), choices: [all] + choices))\(button("Show", style: .secondary))"
        return form(action: person.identity.href, method: .get, content: "<div class=\"tc-filter\">\(boxes)</div>")
    }

    private var entries: HTML {
        guard !timeline.events.isEmpty else {
            return "<p class=\"govuk-body\">Nothing here that you may see.</p>"
        }
        let words = words
        return Markup.timeline(
            timeline.events.map { event in
                TimelineEntry(
                    title: "\(link(event.title, href: "/people/\(person.subject)/events/\(event.id)"))\(mark(event))",
                    byline: "\(words.worker(event.by)), \(words.agency(event.agency))",
                    when: PersonHead.when(event.occurredAt, isDayOnly: event.isDayOnly), instant: event.occurredAt.iso,
                    content: content(event))
            })
    }

    private func mark(_ event: EventView) -> HTML? {
        switch event.act {
        case "amend": " \(tag("Corrected", .grey))"
        case "move": " \(tag("Moved here", .grey))"
        default: nil
        }
    }

    private func content(_ event: EventView) -> HTML? {
        let answers = EventMarkup.rows(of: event)
        let list: HTML? = answers.isEmpty ? nil : summaryList(answers, hasBorders: false)
        let reason = event.answers.first.flatMap { person.reason(for: $0.category, of: event.agency) }
        guard let reason, reason != .ownRecord else { return list }
        return "\(list)<p class=\"govuk-hint\">Shown because: \(reason.sentence)</p>"
    }

    /// Line ends that somebody typed stay line ends.
    static func lines(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)" as HTML }.joined(separator: "<br>")
    }

    private var earlier: HTML? {
        timeline.earlier.map { before in
            var href = person.identity.href.adding(query: "before", before.iso)
            if let kind = timeline.kind { href = href.adding(query: "what", kind) }
            return "<p class=\"govuk-body\">\(link("Earlier", href: href))</p>"
        }
    }
}
