import Hummingbird

/// Help, accessibility and privacy: the same links at the foot of every page.
struct PublicPageRoutes: Feature {
    func add(to routes: Routes) {
        let site = routes.site
        routes.getPublic("/help") { _, _ in .page(PublicPage("Help", site).html(helpPage(site))) }
        routes.getPublic("/accessibility") { _, _ in
            .page(PublicPage("Accessibility", site).html(accessibilityPage))
        }
        routes.getPublic("/privacy") { _, _ in .page(PublicPage("Privacy", site).html(privacyPage(site))) }
    }
}
