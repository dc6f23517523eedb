/// One task of a journey with several, and how far it is.
package struct TaskItem: Sendable {
    package var title: String
    /// Nil for a task that cannot be started yet.
    package var href: Href?
    package var hint: String?
    /// "Completed" as plain words; anything still to do as a `tag`.
    package var status: HTML

    package init(_ title: String, href: Href? = nil, hint: String? = nil, status: HTML) {
        self.title = title
        self.href = href
        self.hint = hint
        self.status = status
    }
}

/// The tasks of a journey that can be done in any order.
package func taskList(_ items: [TaskItem], idPrefix: String = "task-list") -> HTML {
    let rows = items.enumerated().map { taskRow($1, id: "\(idPrefix)-\($0 + 1)") }
    return "<ul class=\"govuk-task-list\">\n\(rows)</ul>"
}

private func taskRow(_ item: TaskItem, id: String) -> HTML {
    let classes = ClassList("govuk-task-list__item").adding("govuk-task-list__item--with-link", if: item.href != nil)
    let title: HTML
    if let href = item.href {
        let describedBy = item.hint == nil ? "\(id)-status" : "\(id)-hint \(id)-status"
        title = """
            <a class="govuk-link govuk-task-list__link" href="\(href)" aria-describedby="\(describedBy)">\
            \(item.title)</a>
            """
    } else {
        title = "<div>\(item.title)</div>"
    }
    let hint: HTML? = item.hint.map { "<div id=\"\(id)-hint\" class=\"govuk-task-list__hint\">\($0)</div>" }
    return """
        <li\(classes)>
        <div class="govuk-task-list__name-and-hint">\(title)\(hint)</div>
        <div class="govuk-task-list__status" id="\(id)-status">\(item.status)</div>
        </li>

        """
}
