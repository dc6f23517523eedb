/// A form that is one button: a state change with nothing to type, such as the act in a row of a board.
///
/// - Parameters:
///   - about: hidden words after the text, so that forty buttons "Seen" in forty rows can be told apart by ear.
///   - fields: hidden name and value pairs to post.
package func postButton(
    _ text: String, about: String? = nil, action: Href, tokens: FormTokens,
    fields: [(name: String, value: String)] = [],
    style: ButtonStyle = .primary, isSmall: Bool = false
) -> HTML {
    let classes = ClassList("govuk-button").adding(style.modifier).adding("tc-act", if: isSmall)
    let hidden: [HTML] = fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
    let about: HTML? = about.map { "<span class=\"govuk-visually-hidden\"> \($0)</span>" }
    return """
        <form action="\(action)" method="post" class="tc-post">\(tokens.markup)\(hidden)\
        <button type="submit" data-prevent-double-click="true"\(classes) \
        data-module="govuk-button">\(text)\(about)</button></form>
        """
}
