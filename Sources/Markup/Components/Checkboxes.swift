/// Any number of answers out of several.
package func checkboxes(_ field: Field, isSmall: Bool = false, choices: [Choice]) -> HTML {
    let classes = ClassList("govuk-checkboxes").adding("govuk-checkboxes--small", if: isSmall)
    return field.group(
        fieldsetRole: nil,
        """
        <div\(classes) data-module="govuk-checkboxes">
        \(ChoiceList(kind: .checkboxes, field: field, choices: choices).items)</div>
        """)
}
