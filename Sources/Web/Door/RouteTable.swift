import Hummingbird

/// One route: what is asked, where, and by whom it may be.
package struct RouteEntry: Sendable, Hashable, CustomStringConvertible {
    /// `GET` or `POST`.
    package let method: String
    /// The template, such as `/people/:person`.
    package let path: String
    package let caller: RouteCaller

    package var description: String { "\(method) \(path) \(caller.rawValue)" }
}

/// Every route of the server: from it a test makes the matrix of routes and roles.
package struct RouteTable: Sendable {
    package let entries: [RouteEntry]

    /// The methods that an address answers to, in order, for the `Allow` header; none where there is no such page.
    func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let found = Set(entries.filter { Self.matches($0.path, parts) }.map(\.method))
        guard !found.isEmpty else { return [] }
        return (found.contains("GET") ? found.union(["HEAD"]) : found).sorted()
    }

    /// The address of the page that a form was sent from, as far as addresses say: the form's own, or the nearest above
    /// it, that can be looked at; the start page where there is none.
    func nearestPage(above path: String) -> String {
        var parts = path.split(separator: "/")
        while !parts.isEmpty {
            let address = "/" + parts.joined(separator: "/")
            if methods(at: address).contains("GET") { return address }
            parts.removeLast()
        }
        return "/"
    }

    private static func matches(_ template: String, _ parts: [Substring]) -> Bool {
        let wanted = template.split(separator: "/")
        return wanted.count == parts.count
            && zip(wanted, parts).allSatisfy { wanted, part in wanted.hasPrefix(":") || wanted == part }
    }
}
