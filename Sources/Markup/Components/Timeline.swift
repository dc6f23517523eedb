/// One thing that happened.
package struct TimelineEntry: Sendable {
    package var title: HTML
    /// Who recorded it, after "by".
    package var byline: String?
    /// When it happened, in words.
    package var when: String
    /// The same in ISO 8601, for machines.
    package var instant: String
    package var content: HTML?

    package init(title: HTML, byline: String? = nil, when: String, instant: String, content: HTML? = nil) {
        self.title = title
        self.byline = byline
        self.when = when
        self.instant = instant
        self.content = content
    }
}

/// What happened, newest first.
package func timeline(_ entries: [TimelineEntry], headingLevel: HeadingLevel = .two) -> HTML {
    let items: [HTML] = entries.map { entry in
        let byline: HTML? = entry.byline.map { "<p class=\"moj-timeline__byline\">by \($0)</p>" }
        let content: HTML? = entry.content.map { "<div class=\"moj-timeline__description\">\($0)</div>\n" }
        return """
            <div class="moj-timeline__item">
            <div class="moj-timeline__header">\
            <\(headingLevel.tag) class="moj-timeline__title">\(entry.title)</\(headingLevel.tag)> \(byline)</div>
            <p class="moj-timeline__date"><time datetime="\(entry.instant)">\(entry.when)</time></p>
            \(content)</div>

            """
    }
    return "<div class=\"moj-timeline\">\n\(items)</div>"
}
