import Casework
import Domain
import Markup

/// What those whom a record names will see, before it is recorded.
struct SightPreviewMarkup {
    let preview: SightPreview
    let person: PersonLine
    let words: RecordWords

    var markup: HTML {
        """
        <section class="tc-sight" aria-labelledby="sight" id="what-they-will-see">
        <h2 class="govuk-heading-m" id="sight">What they will see</h2>
        <p class="govuk-body">Nothing is recorded yet. This is worked out by the same rules that will show them
        \(person.full)’s record.</p>
        \(preview.recipients.map(recipient).joined(separator: "\n"))
        </section>
        """
    }

    private func recipient(_ recipient: SightPreview.Recipient) -> HTML {
        let new = recipient.parts.filter(\.isNew), kept = recipient.parts.filter { !$0.isNew }
        return """
            <h3 class="govuk-heading-s">\(who(recipient))</h3>
            \(new.isEmpty ? nothing(recipient) : parts(new, "They will see"))
            \(kept.isEmpty ? nil : parts(kept, "They see already"))
            \(closed(recipient))
            """
    }

    private func who(_ recipient: SightPreview.Recipient) -> String {
        let place = "\(words.agency(recipient.agency)), \(words.role(recipient.role))"
        return recipient.worker.map { "\(place): \(words.worker($0)), once they lead" } ?? place
    }

    private func nothing(_ recipient: SightPreview.Recipient) -> HTML {
        let more = recipient.parts.isEmpty ? "nothing" : "nothing more than they see already"
        return """
            <p class="govuk-body">They will see \(more): no sharing agreement lets them.</p>
            """
    }

    private func parts(_ parts: [SightPreview.Part], _ title: String) -> HTML {
        let rows: [HTML] = parts.map { part in
            """
            <li>\(words.category(part.category)), \(words.agency(part.owner)): \(content(part))
            <span class="tc-why">\(part.because) \(part.gateway)</span></li>
            """
        }
        return """
            <p class="govuk-body govuk-!-margin-bottom-1">\(title):</p>
            <ul class="govuk-list govuk-list--bullet">\(rows)</ul>
            """
    }

    private func content(_ part: SightPreview.Part) -> HTML {
        guard let entries = part.entries else { return "whatever they hold, if anything" }
        guard !entries.isEmpty else { return "nothing is recorded yet; whatever is recorded later" }
        let shown: [HTML] = entries.prefix(Self.shown).map { entry in
            guard let event = entry.event else { return "what you record now (\(entry.title))" }
            return link("\(entry.title), \(entry.day.text)", href: "/people/\(person.subject)/events/\(event)")
        }
        let more = entries.count > Self.shown ? " and \(entries.count - Self.shown) older" : ""
        return "\(shown.joined(separator: "; "))\(more)"
    }

    /// More of one category would hide the next.
    private static let shown = 6

    private func closed(_ recipient: SightPreview.Recipient) -> HTML? {
        guard !recipient.closed.isEmpty else { return nil }
        let list = recipient.closed.map(words.category).joined(separator: "; ")
        return "<p class=\"govuk-body\">They will no longer see: \(list).</p>"
    }
}
