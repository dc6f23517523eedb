/// A link to where the worker came from, above the main content.
package func backLink(_ text: String = "Back", href: Href) -> HTML {
    "<a href=\"\(href)\" class=\"govuk-back-link\">\(text)</a>"
}
