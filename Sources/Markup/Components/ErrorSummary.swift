/// One thing wrong with a form, and the `id` of the box where it is put right.
package struct FieldProblem: Hashable, Sendable {
    /// The `id` of the first box to correct; nil where the problem belongs to no box.
    package var boxID: String?
    /// The same sentence as beside the box.
    package var message: String

    package init(boxID: String?, message: String) {
        self.boxID = boxID
        self.message = message
    }
}

/// All that is wrong with a form, at the top of the page, in the order of its boxes. Nothing when nothing is wrong.
package func errorSummary(_ problems: [FieldProblem], title: String = "There is a problem") -> HTML {
    guard !problems.isEmpty else { return "" }
    let items: [HTML] = problems.map { problem in
        guard let boxID = problem.boxID else { return "<li>\(problem.message)</li>\n" }
        return "<li><a href=\"\("#\(boxID)" as Href)\">\(problem.message)</a></li>\n"
    }
    return """
        <div class="govuk-error-summary" data-module="govuk-error-summary">
        <div role="alert">
        <h2 class="govuk-error-summary__title">\(title)</h2>
        <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
        \(items)</ul>
        </div>
        </div>
        </div>
        """
}
