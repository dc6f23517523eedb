import Casework
import Domain
import Hummingbird

/// A person's pages. Whoever may see nothing of them gets the page of what is not there, and so does everybody for a
/// reference that nobody has.
package struct PersonRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/people/:person", for: .caseworkers) { _, context in
            let query = context.query
            let kind = query.line("what")
            let timeline = try await OpenPerson(context.world)(
                try context.part("person"), kind: kind.isEmpty ? nil : kind, before: Instant(query.line("before")),
                by: context.viewer)
            return TimelinePage(timeline: timeline, context: context).response
        }
        routes.get("/people/:person/due", for: .caseworkers) { _, context in
            let view = try await WhatIsDue(context.world)(try context.part("person"), by: context.viewer)
            return DuePage(view: view, context: context).response
        }
    }
}
