import Casework
import Markup

/// A page that needs nobody to be signed in and names nobody.
struct PublicPage {
    private var frame: PageFrame

    init(_ title: String, hasProblems: Bool = false, _ site: Site) {
        frame = PageFrame(title: title, partnership: site.partnership.title)
        frame.hasProblems = hasProblems
    }

    /// - Parameter content: starts with the page's heading.
    func html(_ content: HTML) -> HTML {
        page(frame, content: content)
    }
}
