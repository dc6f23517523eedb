/// A hint under a question; the box names its `id` in `aria-describedby`.
package func hint(_ text: String, id: String, classes extra: String? = nil) -> HTML {
    "<div id=\"\(id)\"\(ClassList("govuk-hint").adding(extra))>\(text)</div>"
}
