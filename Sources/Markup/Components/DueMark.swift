/// How near a deadline is. Each has its own sign and words beside its colour.
package enum DueMark: Sendable {
    case overdue, dueSoon, later, met

    fileprivate var sign: StaticString {
        switch self {
        case .overdue: "!"
        case .dueSoon: "◷"
        case .later: "·"
        case .met: "✓"
        }
    }

    fileprivate var name: StaticString {
        switch self {
        case .overdue: "overdue"
        case .dueSoon: "due-soon"
        case .later: "later"
        case .met: "met"
        }
    }
}

/// A deadline in words ("Overdue by 2 days"), with a sign that can be told apart without colour.
package func due(_ mark: DueMark, _ text: String) -> HTML {
    """
    <span class="tc-due tc-due--\(mark.name)"><span class="tc-due__sign" aria-hidden="true">\(mark.sign)</span>\
    \(text)</span>
    """
}
