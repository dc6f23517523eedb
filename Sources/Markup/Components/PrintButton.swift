/// Prints the page. Hidden until JavaScript, without which it could do nothing.
package func printButton(_ text: String = "Print this page") -> HTML {
    """
    <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>\(text)</button>
    """
}
