/// The colours of a tag. The colour helps the eye; the words say the state.
package enum TagColour: String, CaseIterable, Sendable {
    case grey, green, turquoise, blue, purple, pink, red, orange, yellow
    case lightBlue = "light-blue"
}

/// The state of a thing, in a word or two.
package func tag(_ text: String, _ colour: TagColour? = nil) -> HTML {
    "<strong\(ClassList("govuk-tag").adding(colour.map { "govuk-tag--\($0.rawValue)" }))>\(text)</strong>"
}
