/// A line that opens to show more.
package func details(_ summary: String, isOpen: Bool = false, content: HTML) -> HTML {
    """
    <details class="govuk-details"\(flag: "open", isOpen)>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">\(summary)</span></summary>
    <div class="govuk-details__text">\(content)</div>
    </details>
    """
}
