package import Casework

/// What every route and page draws on.
package struct Site: Sendable {
    package let door: FrontDoor
    package let partnership: PartnershipFacts
    /// The places that exist, for the navigation.
    let places: [Place]
    let keys: FormKeys
    let sources: VisitorSource
    /// What an `Origin` of our own begins with: `http` or `https`.
    let scheme: String

    init(door: FrontDoor, partnership: PartnershipFacts, places: [Place], options: WebOptions) {
        self.door = door
        self.partnership = partnership
        self.places = places
        keys = FormKeys(door.world)
        sources = VisitorSource(trustedProxies: options.trustedProxies)
        scheme = options.scheme
    }

    /// What use cases are made from.
    package var world: World { door.world }
}
