/// The page's heading with the acts that belong to the whole page beside it.
package func pageHeaderActions(_ heading: String, size: Size = .large, actions: HTML) -> HTML {
    """
    <div class="moj-page-header-actions">
    <div class="moj-page-header-actions__title"><h1 class="govuk-heading-\(size.rawValue)">\(heading)</h1></div>
    <div class="moj-page-header-actions__actions"><div class="moj-button-group">\(actions)</div></div>
    </div>
    """
}
