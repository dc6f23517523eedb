import Casework
import Hummingbird

/// For whatever watches the server. Nothing about anybody, and no detail.
struct HealthRoutes: Feature {
    func add(to routes: Routes) {
        routes.getPublic("/health/live") { _, _ in .text("live") }
        routes.getPublic("/health/ready") { [site = routes.site] _, _ in
            _ = try await PartnershipFacts.read(site.world)
            return .text("ready")
        }
    }
}
