/// Links to the pages of a long list: the first, the last and those beside the current one. Nothing for a single page.
///
/// - Parameters:
///   - current: counted from 1.
///   - label: names the list, where a page has two of them.
package func pagination(current: Int, last: Int, label: String = "Pagination", href: (Int) -> Href) -> HTML {
    guard last > 1 else { return "" }
    var items: HTML = ""
    var previous = 0
    for number in 1...last where number == 1 || number == last || abs(number - current) <= 1 {
        if number - previous > 1 {
            items += "<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">⋯</li>\n"
        }
        previous = number
        items += pageLink(number, isCurrent: number == current, href: href(number))
    }
    return """
        <nav class="govuk-pagination" aria-label="\(label)">
        \(current > 1 ? previousPage(href(current - 1)) : nil)<ul class="govuk-pagination__list">
        \(items)</ul>
        \(current < last ? nextPage(href(current + 1)) : nil)</nav>
        """
}

private func pageLink(_ number: Int, isCurrent: Bool, href: Href) -> HTML {
    let classes = ClassList("govuk-pagination__item").adding("govuk-pagination__item--current", if: isCurrent)
    return """
        <li\(classes)><a class="govuk-link govuk-pagination__link" href="\(href)" aria-label="Page \(number)"\
        \(attribute: "aria-current", isCurrent ? "page" : nil)>\(number)</a></li>

        """
}

private func previousPage(_ href: Href) -> HTML {
    """
    <div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="\(href)" rel="prev">\
    <svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" \
    width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 \
    6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>\
    <span class="govuk-pagination__link-title">Previous<span class="govuk-visually-hidden"> page</span></span></a></div>

    """
}

private func nextPage(_ href: Href) -> HTML {
    """
    <div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="\(href)" rel="next">\
    <span class="govuk-pagination__link-title">Next<span class="govuk-visually-hidden"> page</span></span>\
    <svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" \
    width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 \
    4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg></a></div>

    """
}
