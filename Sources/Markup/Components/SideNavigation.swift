/// The parts of a section, at its side.
package func sideNavigation(label: String, title: String? = nil, _ items: [NavigationItem]) -> HTML {
    let links: [HTML] = items.map { item in
        let classes = ClassList("moj-side-navigation__item")
            .adding("moj-side-navigation__item--active", if: item.isCurrent)
        return """
            <li\(classes)><a href="\(item.href)"\(attribute: "aria-current", item.isCurrent ? "location" : nil)>\
            \(item.text)</a></li>

            """
    }
    let heading: HTML? = title.map { "<h2 class=\"moj-side-navigation__title\">\($0)</h2>\n" }
    return """
        <nav class="moj-side-navigation" aria-label="\(label)">
        \(heading)<ul class="moj-side-navigation__list">
        \(links)</ul>
        </nav>
        """
}
