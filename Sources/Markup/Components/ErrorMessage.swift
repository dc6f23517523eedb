/// What is wrong with one answer, beside it. A screen reader hears "Error:" first.
package func errorMessage(_ text: String, id: String) -> HTML {
    """
    <p id="\(id)" class="govuk-error-message">\
    <span class="govuk-visually-hidden">Error:</span> \(text)</p>
    """
}
