import Casework
import Hummingbird

/// Referrals to and from the worker's agency.
package struct ReferralRoutes: Feature {
    package init() {}

    package var place: Place? { .referrals }

    package func add(to routes: Routes) {
        routes.get("/referrals", for: .caseworkers) { _, context in
            let view = try await OpenReferrals(context.world)(by: context.viewer)
            return ReferralsPage(view: view).response(context)
        }
    }
}
