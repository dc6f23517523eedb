/// The page after something is done: what was done, and its reference.
package func panel(_ title: String, content: HTML? = nil) -> HTML {
    let body: HTML? = content.map { "<div class=\"govuk-panel__body\">\($0)</div>\n" }
    return """
        <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">\(title)</h1>
        \(body)</div>
        """
}
