/// The colours of a ticket's edge.
package enum TicketColour: String, CaseIterable, Sendable {
    case grey, blue, red, yellow, green, purple, orange
}

/// A block that stands apart on a page of several, such as one of a person's orders.
package func ticketPanel(label: String, colour: TicketColour = .grey, content: HTML) -> HTML {
    """
    <section class="moj-ticket-panel" aria-label="\(label)">
    <div class="moj-ticket-panel__content moj-ticket-panel__content--\(colour.rawValue)">
    \(content)
    </div>
    </section>
    """
}
