/// A link in text. `about` adds hidden words, so that "Change" can be told from the next "Change" by ear.
package func link(_ text: String, href: Href, about: String? = nil) -> HTML {
    let about: HTML? = about.map { "<span class=\"govuk-visually-hidden\"> \($0)</span>" }
    return "<a class=\"govuk-link\" href=\"\(href)\">\(text)\(about)</a>"
}
