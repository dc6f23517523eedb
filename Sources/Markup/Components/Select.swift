/// One answer out of a long list; radios are better for a short one. Hints and conditional questions of choices are not
/// shown.
package func select(_ field: Field, choices: [Choice]) -> HTML {
    let classes = ClassList("govuk-select").adding("govuk-select--error", if: field.error != nil)
    let options: [HTML] = choices.map { choice in
        "<option value=\"\(choice.value)\"\(flag: "selected", choice.isChosen)>\(choice.text)</option>\n"
    }
    return field.group(
        """
        \(field.labelMarkup)\(field.guidance)
        <select\(classes) id="\(field.id)" name="\(field.name)"\(attribute: "aria-describedby", field.describedBy)>
        \(options)</select>
        """)
}
