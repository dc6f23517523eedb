/// The places of the service, under the header. On a phone they fold away behind "Menu".
package func serviceNavigation(_ items: [NavigationItem]) -> HTML {
    let places: [HTML] = items.map { item in
        let classes = ClassList("govuk-service-navigation__item")
            .adding("govuk-service-navigation__item--active", if: item.isCurrent)
        let text: HTML =
            item.isCurrent
            ? "<strong class=\"govuk-service-navigation__active-fallback\">\(item.text)</strong>"
            : HTML(text: item.text)
        return """
            <li\(classes)><a class="govuk-service-navigation__link" href="\(item.href)"\
            \(attribute: "aria-current", item.isCurrent ? "page" : nil)>\(text)</a></li>

            """
    }
    return """
        <div class="govuk-service-navigation" data-module="govuk-service-navigation">
        <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
        <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
        <button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" \
        aria-controls="navigation" hidden aria-hidden="true">Menu</button>
        <ul class="govuk-service-navigation__list" id="navigation">
        \(places)</ul>
        </nav>
        </div>
        </div>
        </div>
        """
}
