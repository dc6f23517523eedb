/// A link that looks like a button, for going somewhere; what changes the record is a `postButton`.
package func linkButton(_ text: String, href: Href, style: ButtonStyle = .primary) -> HTML {
    let classes = ClassList("govuk-button").adding(style.modifier)
    return """
        <a href="\(href)" role="button" draggable="false"\(classes) data-module="govuk-button">\(text)</a>
        """
}
