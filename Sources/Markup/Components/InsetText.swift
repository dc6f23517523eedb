/// Words set apart from those around them.
package func insetText(_ content: HTML) -> HTML {
    "<div class=\"govuk-inset-text\">\(content)</div>"
}
