/// How a form is sent. One that changes anything cannot be written without its tokens.
package enum FormMethod: Hashable, Sendable {
    /// A search or a filter: its answers stand in the address, so it carries no token.
    case get
    case post(FormTokens)
}

/// A form. The browser's own checks are off, since the server's messages say more and follow one pattern.
///
/// - Parameters:
///   - live: where app.js posts the fields at each change, all but `once`, to bring `liveAnswer` up to date.
///   - warnsUnsaved: whether leaving with changes asks first.
package func form(
    action: Href, method: FormMethod, live: Href? = nil, warnsUnsaved: Bool = false, content: HTML
) -> HTML {
    let verb: HTML
    var tokens: HTML?
    switch method {
    case .get: verb = "get"
    case .post(let given):
        verb = "post"
        tokens = given.markup
    }
    return """
        <form action="\(action)" method="\(verb)" novalidate\(attribute: "data-live", live)\
        \(flag: "data-warn-unsaved", warnsUnsaved)>
        \(tokens)\(content)
        </form>
        """
}
