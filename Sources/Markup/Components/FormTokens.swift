/// The two hidden values every posting form carries: `csrf` shows that the page was ours; `once`, an idempotency key,
/// makes a second posting of the same page change nothing.
package struct FormTokens: Hashable, Sendable {
    package var csrf: String
    package var once: String

    package init(csrf: String, once: String) {
        self.csrf = csrf
        self.once = once
    }

    var markup: HTML {
        "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\"><input type=\"hidden\" name=\"once\" value=\"\(once)\">"
    }
}
