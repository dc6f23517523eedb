/// One answer of radios, checkboxes or a select.
package struct Choice: Sendable {
    package var value: String
    package var text: String
    package var hint: String?
    package var isChosen: Bool
    /// Questions shown under this answer while it is chosen.
    package var conditional: HTML?
    /// For checkboxes: choosing this one, "none of these", clears the others.
    package var isExclusive: Bool
    /// A word on a line of its own in place of an answer.
    let divider: String?

    package init(
        _ value: String, text: String, hint: String? = nil, isChosen: Bool = false, isExclusive: Bool = false,
        conditional: HTML? = nil
    ) {
        self.value = value
        self.text = text
        self.hint = hint
        self.isChosen = isChosen
        self.isExclusive = isExclusive
        self.conditional = conditional
        divider = nil
    }

    private init(divider: String) {
        value = ""
        text = ""
        isChosen = false
        isExclusive = false
        self.divider = divider
    }

    /// The word between the answers and the one that stands apart.
    package static func divider(_ word: String = "or") -> Choice {
        Choice(divider: word)
    }
}
