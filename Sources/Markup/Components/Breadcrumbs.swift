/// One step on the way to this page; the last has no address, being this page.
package struct Crumb: Sendable {
    package var text: String
    package var href: Href?

    package init(_ text: String, href: Href? = nil) {
        self.text = text
        self.href = href
    }
}

/// Where this page stands, above the main content.
package func breadcrumbs(_ crumbs: [Crumb]) -> HTML {
    let items: [HTML] = crumbs.map { crumb in
        guard let href = crumb.href else {
            return "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">\(crumb.text)</li>\n"
        }
        return """
            <li class="govuk-breadcrumbs__list-item">\
            <a class="govuk-breadcrumbs__link" href="\(href)">\(crumb.text)</a></li>

            """
    }
    return """
        <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
        <ol class="govuk-breadcrumbs__list">
        \(items)</ol>
        </nav>
        """
}
