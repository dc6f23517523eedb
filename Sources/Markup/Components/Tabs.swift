/// One tab and what it shows.
package struct Tab: Sendable {
    /// The panel's `id`, which the address can lead to.
    package var id: String
    package var label: String
    package var content: HTML

    package init(id: String, label: String, content: HTML) {
        self.id = id
        self.label = label
        self.content = content
    }
}

/// Parts of one page shown one at a time. Without JavaScript, on a phone and in print they follow one another.
package func tabs(_ tabs: [Tab], title: String = "Contents") -> HTML {
    var list: HTML = ""
    var panels: HTML = ""
    for (position, tab) in tabs.enumerated() {
        let item = ClassList("govuk-tabs__list-item").adding("govuk-tabs__list-item--selected", if: position == 0)
        let panel = ClassList("govuk-tabs__panel").adding("govuk-tabs__panel--hidden", if: position > 0)
        list += """
            <li\(item)><a class="govuk-tabs__tab" href="\("#\(tab.id)" as Href)">\(tab.label)</a></li>

            """
        panels += "<div\(panel) id=\"\(tab.id)\">\(tab.content)</div>\n"
    }
    return """
        <div class="govuk-tabs" data-module="govuk-tabs">
        <h2 class="govuk-tabs__title">\(title)</h2>
        <ul class="govuk-tabs__list">
        \(list)</ul>
        \(panels)</div>
        """
}
