/// One filter in force, and the address of the list without it.
package struct ChosenFilter: Sendable {
    package var text: String
    package var removal: Href

    package init(_ text: String, removal: Href) {
        self.text = text
        self.removal = removal
    }
}

/// Filters beside a list, sent as a search so that a filtered list has an address.
///
/// - Parameters:
///   - chosen: filters in force; each can be taken away.
///   - clear: the list without any filter.
///   - fields: the questions.
///   - list: what is filtered.
package func filterPanel(
    action: Href, chosen: [ChosenFilter] = [], clear: Href, fields: HTML, list: HTML
) -> HTML {
    """
    <div class="moj-filter-layout">
    <div class="moj-filter-layout__filter"><section class="moj-filter" aria-label="Filter">
    <div class="moj-filter__header"><div class="moj-filter__header-title">\
    <h2 class="govuk-heading-m">Filter</h2></div></div>
    <div class="moj-filter__content">
    \(selection(chosen, clear: clear))<form action="\(action)" method="get" novalidate>
    <div class="moj-filter__options">
    \(button("Apply filters"))
    \(fields)
    </div>
    </form>
    </div>
    </section></div>
    <div class="moj-filter-layout__content">
    \(list)
    </div>
    </div>
    """
}

private func selection(_ chosen: [ChosenFilter], clear: Href) -> HTML? {
    guard !chosen.isEmpty else { return nil }
    let tags: [HTML] = chosen.map { filter in
        """
        <li><a class="moj-filter__tag" href="\(filter.removal)">\
        <span class="govuk-visually-hidden">Remove this filter </span>\(filter.text)</a></li>

        """
    }
    return """
        <div class="moj-filter__selected">
        <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title"><h3 class="govuk-heading-s">Selected filters</h3></div>
        <div class="moj-filter__heading-action">\
        <p><a class="govuk-link govuk-link--no-visited-state" href="\(clear)">Clear filters</a></p></div>
        </div>
        <ul class="moj-filter-tags">
        \(tags)</ul>
        </div>

        """
}
