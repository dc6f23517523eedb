/// The colours of a badge. The colour helps the eye; the words say the fact.
package enum BadgeColour: String, CaseIterable, Sendable {
    case purple, red, green, blue, black, grey
    case brightPurple = "bright-purple"
}

/// A standing fact about a person or record, such as a risk or a legal status.
package func badge(_ text: String, _ colour: BadgeColour = .blue) -> HTML {
    "<span class=\"moj-badge moj-badge--\(colour.rawValue)\">\(text)</span>"
}
