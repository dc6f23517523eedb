import Casework
import Domain
import Hummingbird
import Markup

/// What may be recorded for a person: what is used most first, then everything by its kind.
struct ChoosePage {
    let context: SignedInContext
    let choices: RecordChoices

    func response() -> Response {
        SignedInPage("Record", at: .people, context).response(
            banner: PersonLineMarkup(choices.person).markup,
            before: backLink(href: "/people/\(choices.subject)"),
            """
            \(saved)<h1 class="govuk-heading-l">What do you want to record?</h1>
            \(drafts)\(usual)\(groups)
            """)
    }

    private var saved: HTML? {
        guard context.query.has("saved") else { return nil }
        return notificationBanner(.success, heading: "Saved. It is not part of the record until you record it.")
    }

    private var drafts: HTML? {
        guard !choices.drafts.isEmpty else { return nil }
        let items: [HTML] = choices.drafts.map { draft in
            let title = context.world.definitions.recordType(draft.type)?.prompt ?? draft.type
            return """
                <li>\(link(title, href: Href(recording: draft.type, for: choices.subject))), saved on \
                \(London.text(draft.savedAt)), kept until \(London.day(of: draft.expiresAt).text)</li>
                """
        }
        return list("Begun and not finished", items)
    }

    private var usual: HTML? {
        choices.usual.isEmpty ? nil : list("Used most for this person", choices.usual.map(item))
    }

    private var groups: HTML {
        guard !choices.groups.isEmpty else {
            return
                "<p class=\"govuk-body\">The role you act in records nothing. If you have another role, change to it.</p>"
        }
        return choices.groups.map { list($0.title, $0.types.map(item)) }.joined(separator: "\n")
    }

    private func item(_ type: RecordType) -> HTML {
        let href =
            type.actsAs == .appointment
            ? Href(booking: nil, for: choices.subject) : Href(recording: type.id, for: choices.subject)
        return "<li>\(link(type.prompt, href: href))</li>"
    }

    private func list(_ title: String, _ items: [HTML]) -> HTML {
        "<h2 class=\"govuk-heading-m\">\(title)</h2>\n<ul class=\"govuk-list\">\(items)</ul>\n"
    }
}
