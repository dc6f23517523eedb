/// What radios and checkboxes share: the same items under other class names.
struct ChoiceList {
    enum Kind: String {
        case radios
        case checkboxes

        var inputType: String { self == .radios ? "radio" : "checkbox" }
    }

    var kind: Kind
    var field: Field
    var choices: [Choice]

    private var block: String { "govuk-\(kind.rawValue)" }

    var items: [HTML] {
        choices.enumerated().map { position, choice in
            if let word = choice.divider { return "<div class=\"\(block)__divider\">\(word)</div>\n" }
            return item(choice, id: position == 0 ? field.id : "\(field.id)-\(position + 1)")
        }
    }

    /// The first box has the field's own `id`, so that the error summary can lead to it.
    private func item(_ choice: Choice, id: String) -> HTML {
        let hintID = choice.hint.map { _ in "\(id)-item-hint" }
        let conditionalID = choice.conditional.map { _ in "conditional-\(id)" }
        let hint: HTML? = choice.hint.map { Markup.hint($0, id: "\(id)-item-hint", classes: "\(block)__hint") }
        return """
            <div class="\(block)__item">
            <input class="\(block)__input" id="\(id)" name="\(field.name)" type="\(kind.inputType)" \
            value="\(choice.value)"\(flag: "checked", choice.isChosen)\
            \(attribute: "data-aria-controls", conditionalID)\
            \(attribute: "data-behaviour", choice.isExclusive ? "exclusive" : nil)\
            \(attribute: "aria-describedby", hintID)>
            \(label(choice.text, for: id, classes: "\(block)__label"))\(hint)
            </div>
            \(conditional(choice, id: conditionalID))
            """
    }

    private func conditional(_ choice: Choice, id: String?) -> HTML? {
        guard let content = choice.conditional, let id else { return nil }
        let classes = ClassList("\(block)__conditional")
            .adding("\(block)__conditional--hidden", if: !choice.isChosen)
        return "<div\(classes) id=\"\(id)\">\(content)</div>\n"
    }
}
