/// What every question on a form has: its name, its words and what is wrong with the answer.
package struct Field: Sendable {
    /// The name posted, and the `id` unless another is given; letters, digits and hyphens.
    package var name: String
    /// The question, as the label or the legend.
    package var label: String
    package var labelSize: Size?
    /// Whether the question is the page's only heading.
    package var isPageHeading: Bool
    package var hint: String?
    /// What is wrong, as a sentence without the word "Error", which is added for screen readers.
    package var error: String?
    package var id: String
    /// The answer to another question that brings this one into view.
    package var shownWhen: ShownWhen?

    package init(
        _ name: String, label: String, labelSize: Size? = nil, isPageHeading: Bool = false, hint: String? = nil,
        error: String? = nil, id: String? = nil, shownWhen: ShownWhen? = nil
    ) {
        self.name = name
        self.label = label
        self.labelSize = labelSize
        self.isPageHeading = isPageHeading
        self.hint = hint
        self.error = error
        self.id = id ?? name
        self.shownWhen = shownWhen
    }

    /// The ids that `aria-describedby` names: the hint first, then the error.
    var describedBy: String? {
        switch (hint, error) {
        case (nil, nil): nil
        case (.some, nil): "\(id)-hint"
        case (nil, .some): "\(id)-error"
        case (.some, .some): "\(id)-hint \(id)-error"
        }
    }

    /// The hint and the error as they stand between the question and its boxes.
    var guidance: HTML {
        "\(hint.map { Markup.hint($0, id: "\(id)-hint") })\(error.map { errorMessage($0, id: "\(id)-error") })"
    }

    /// The label above a single box.
    var labelMarkup: HTML {
        Markup.label(label, for: id, size: labelSize, isPageHeading: isPageHeading)
    }

    /// The group that carries the red bar of an error.
    func group(_ content: HTML) -> HTML {
        let classes = ClassList("govuk-form-group").adding("govuk-form-group--error", if: error != nil)
        return """
            <div\(classes)\(shownWhen?.attributes)>
            \(content)
            </div>
            """
    }

    /// The group of a question with several boxes: the question is a legend, not a label.
    func group(fieldsetRole: String? = nil, _ content: HTML) -> HTML {
        group(
            fieldset(
                legend: label, size: labelSize, isPageHeading: isPageHeading, role: fieldsetRole,
                describedBy: describedBy, content: "\(guidance)\(content)"))
    }
}
