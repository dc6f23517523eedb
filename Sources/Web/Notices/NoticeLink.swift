import Casework
import Domain
import Markup

/// The way from an event to the letter that is printed from it.
struct NoticeLink {
    /// `nil` for an event from which no letter is printed, or that was withdrawn.
    let html: HTML?

    init(_ detail: EventDetail, definitions: Definitions) {
        let type = detail.event.view.type
        let isPrinted = definitions.schemes.contains { scheme in scheme.letters.contains { $0.record == type } }
        html =
            isPrinted && !detail.isWithdrawn
            ? linkButton(
                "Print the notice", href: "/people/\(detail.subject)/events/\(detail.event.view.id)/notice")
            : nil
    }
}
