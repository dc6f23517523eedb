/// A group of boxes under one question or heading.
///
/// - Parameter role: `group` where the boxes are text boxes, since some screen readers else leave out the description.
package func fieldset(
    legend: String, size: Size? = nil, isPageHeading: Bool = false, role: String? = nil, describedBy: String? = nil,
    content: HTML
) -> HTML {
    let classes = ClassList("govuk-fieldset__legend").adding(size.map { "govuk-fieldset__legend--\($0.rawValue)" })
    let words: HTML =
        isPageHeading ? "<h1 class=\"govuk-fieldset__heading\">\(legend)</h1>" : HTML(text: legend)
    return """
        <fieldset class="govuk-fieldset"\(attribute: "role", role)\(attribute: "aria-describedby", describedBy)>
        <legend\(classes)>\(words)</legend>
        \(content)
        </fieldset>
        """
}
