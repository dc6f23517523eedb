/// One fact, and the links that change it.
package struct SummaryRow: Sendable {
    package struct Action: Sendable {
        package var text: String
        package var href: Href
        /// What it changes, for those who hear the link alone: "change address".
        package var about: String

        package init(_ text: String, href: Href, about: String) {
            self.text = text
            self.href = href
            self.about = about
        }
    }

    package var key: String
    package var value: HTML
    package var actions: [Action]

    package init(_ key: String, value: HTML, actions: [Action] = []) {
        self.key = key
        self.value = value
        self.actions = actions
    }
}

/// Facts with their names; also the page of answers to check before sending.
package func summaryList(_ rows: [SummaryRow], hasBorders: Bool = true) -> HTML {
    let anyActions = rows.contains { !$0.actions.isEmpty }
    let classes = ClassList("govuk-summary-list").adding("govuk-summary-list--no-border", if: !hasBorders)
    return "<dl\(classes)>\n\(rows.map { summaryRow($0, amongActions: anyActions) })</dl>"
}

private func summaryRow(_ row: SummaryRow, amongActions: Bool) -> HTML {
    let classes = ClassList("govuk-summary-list__row")
        .adding("govuk-summary-list__row--no-actions", if: amongActions && row.actions.isEmpty)
    return """
        <div\(classes)>
        <dt class="govuk-summary-list__key">\(row.key)</dt>
        <dd class="govuk-summary-list__value">\(row.value)</dd>
        \(summaryActions(row.actions))</div>

        """
}

private func summaryActions(_ actions: [SummaryRow.Action]) -> HTML? {
    let links: [HTML] = actions.map { link($0.text, href: $0.href, about: $0.about) }
    guard let first = links.first else { return nil }
    if links.count == 1 { return "<dd class=\"govuk-summary-list__actions\">\(first)</dd>\n" }
    let items: [HTML] = links.map { "<li class=\"govuk-summary-list__actions-list-item\">\($0)</li>" }
    return """
        <dd class="govuk-summary-list__actions"><ul class="govuk-summary-list__actions-list">\(items)</ul></dd>

        """
}
