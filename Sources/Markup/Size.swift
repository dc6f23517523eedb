/// The sizes GOV.UK headings, captions, labels and legends come in.
package enum Size: String, Sendable {
    case small = "s"
    case medium = "m"
    case large = "l"
    case extraLarge = "xl"
}

/// How deep a heading stands in its page, so that no level is skipped.
package enum HeadingLevel: Int, Sendable {
    case one = 1
    case two, three, four

    /// `h2`, for a tag name.
    var tag: String { "h\(rawValue)" }
}
