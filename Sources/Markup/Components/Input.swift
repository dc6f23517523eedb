/// How wide a box is, in characters, to hint at the length of the answer.
package enum InputWidth: Int, Sendable {
    case two = 2
    case three = 3
    case four = 4
    case five = 5
    case ten = 10
    case twenty = 20
    case thirty = 30

    var modifier: String { "govuk-input--width-\(rawValue)" }
}

/// What kind of text a box takes, which picks the keyboard on a phone.
package enum InputKind: String, Sendable {
    case text, email, password, search
    case telephone = "tel"
}

/// One line of text.
///
/// - Parameters:
///   - inputMode: `numeric` or `decimal` for numbers; never `type="number"`, which loses what it cannot read.
///   - autocomplete: the purpose of the box in WCAG's words (`username`, `one-time-code`), or `off`.
///   - isSpellchecked: false for names, numbers and codes; nil leaves it to the browser.
///   - suggestions: the id of a `datalist` on the page, whose options are offered while somebody types.
package func input(
    _ field: Field, value: String? = nil, kind: InputKind = .text, width: InputWidth? = nil, inputMode: String? = nil,
    autocomplete: String? = nil, isSpellchecked: Bool? = nil, prefix: String? = nil, suffix: String? = nil,
    suggestions: String? = nil
) -> HTML {
    let classes = ClassList("govuk-input").adding(width?.modifier)
        .adding("govuk-input--error", if: field.error != nil)
    let box: HTML = """
        <input\(classes) id="\(field.id)" name="\(field.name)" type="\(kind.rawValue)"\
        \(attribute: "spellcheck", isSpellchecked.map { $0 ? "true" : "false" })\(attribute: "value", value)\
        \(attribute: "aria-describedby", field.describedBy)\(attribute: "autocomplete", autocomplete)\
        \(attribute: "inputmode", inputMode)\(attribute: "list", suggestions)>
        """
    return field.group("\(field.labelMarkup)\(field.guidance)\n\(withAffixes(box, prefix: prefix, suffix: suffix))")
}

/// Units beside the box are for the eye; the label or hint says them too.
private func withAffixes(_ box: HTML, prefix: String?, suffix: String?) -> HTML {
    if prefix == nil, suffix == nil { return box }
    let before: HTML? = prefix.map { "<div class=\"govuk-input__prefix\" aria-hidden=\"true\">\($0)</div>" }
    let after: HTML? = suffix.map { "<div class=\"govuk-input__suffix\" aria-hidden=\"true\">\($0)</div>" }
    return "<div class=\"govuk-input__wrapper\">\(before)\(box)\(after)</div>"
}
