/// One place in a navigation.
package struct NavigationItem: Sendable {
    package var text: String
    package var href: Href
    package var isCurrent: Bool

    package init(_ text: String, href: Href, isCurrent: Bool = false) {
        self.text = text
        self.href = href
        self.isCurrent = isCurrent
    }
}
