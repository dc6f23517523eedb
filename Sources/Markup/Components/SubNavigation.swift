/// The parts of one record, above its content.
package func subNavigation(label: String, _ items: [NavigationItem]) -> HTML {
    let links: [HTML] = items.map { item in
        """
        <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link"\
        \(attribute: "aria-current", item.isCurrent ? "page" : nil) href="\(item.href)">\(item.text)</a></li>

        """
    }
    return """
        <nav class="moj-sub-navigation" aria-label="\(label)">
        <ul class="moj-sub-navigation__list">
        \(links)</ul>
        </nav>
        """
}
