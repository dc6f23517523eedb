/// How answers are laid out. Inline is for two short answers such as yes and no.
package enum ChoiceLayout: Sendable {
    case stacked, inline, small
}

/// One answer out of several.
package func radios(_ field: Field, layout: ChoiceLayout = .stacked, choices: [Choice]) -> HTML {
    let classes = ClassList("govuk-radios").adding("govuk-radios--inline", if: layout == .inline)
        .adding("govuk-radios--small", if: layout == .small)
    return field.group(
        fieldsetRole: nil,
        """
        <div\(classes) data-module="govuk-radios">
        \(ChoiceList(kind: .radios, field: field, choices: choices).items)</div>
        """)
}
