/// One feature's pages: a folder of routes, forms and pages.
package protocol Feature: Sendable {
    /// Where it stands in the navigation; nil for one that is reached from others.
    var place: Place? { get }

    /// Adds its routes.
    func add(to routes: Routes)
}

extension Feature {
    package var place: Place? { nil }
}
