/// Several lines of text.
package func textarea(_ field: Field, value: String = "", rows: Int = 5) -> HTML {
    let classes = ClassList("govuk-textarea").adding("govuk-textarea--error", if: field.error != nil)
    // A parser drops one line end after the opening tag; the one printed here keeps the reader's own.
    return field.group(
        """
        \(field.labelMarkup)\(field.guidance)
        <textarea\(classes) id="\(field.id)" name="\(field.name)" rows="\(rows)"\
        \(attribute: "aria-describedby", field.describedBy)>
        \(value)</textarea>
        """)
}
