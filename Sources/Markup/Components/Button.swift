/// How much a button asks for attention.
package enum ButtonStyle: String, Sendable {
    case primary
    case secondary
    /// For what cannot be undone.
    case warning

    var modifier: String? { self == .primary ? nil : "govuk-button--\(rawValue)" }
}

/// Submits the form it stands in. A second press within a second does nothing.
///
/// - Parameters:
///   - name: posted with `value` when this is the button pressed, where a form has several.
///   - isSmall: for an act in a row of a board.
package func button(
    _ text: String, style: ButtonStyle = .primary, name: String? = nil, value: String? = nil, isSmall: Bool = false
) -> HTML {
    let classes = ClassList("govuk-button").adding(style.modifier).adding("tc-act", if: isSmall)
    return """
        <button type="submit"\(attribute: "name", name)\(attribute: "value", value) data-prevent-double-click="true"\
        \(classes) data-module="govuk-button">\(text)</button>
        """
}
