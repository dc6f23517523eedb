/// What an alert is about, which picks its sign and its name for screen readers.
package enum AlertKind: String, CaseIterable, Sendable {
    case information, success, warning, error

    fileprivate var sign: StaticString {
        switch self {
        case .information: "M15 2a13 13 0 1 0 0 26 13 13 0 0 0 0-26Zm-1.5 6h3v3h-3Zm0 5h3v9h-3Z"
        case .success: "M15 2a13 13 0 1 0 0 26 13 13 0 0 0 0-26Zm-2 19-6-6 2-2 4 4 8-8 2 2Z"
        case .warning: "M15 2.5 28.7 26H1.3Zm-1.5 8.5v7h3v-7Zm0 9v3h3v-3Z"
        case .error: "M9.5 2h11L28 9.5v11L20.5 28h-11L2 20.5v-11Zm4 6v9h3v-9Zm0 11v3h3v-3Z"
        }
    }
}

/// A lasting message about the record in view ("Restraining order in force").
///
/// - Parameter heading: says it in a few words; it also names the region.
package func alert(_ kind: AlertKind, heading: String, content: HTML? = nil) -> HTML {
    """
    <div class="moj-alert moj-alert--\(kind.rawValue)" role="region" aria-label="\(kind.rawValue): \(heading)">
    <div><svg class="moj-alert__icon" role="presentation" focusable="false" xmlns="http://www.w3.org/2000/svg" \
    viewBox="0 0 30 30" height="30" width="30"><path fill-rule="evenodd" clip-rule="evenodd" fill="currentColor" \
    d="\(kind.sign)"/></svg></div>
    <div class="moj-alert__content"><h2 class="moj-alert__heading">\(heading)</h2>\(content)</div>
    </div>
    """
}
