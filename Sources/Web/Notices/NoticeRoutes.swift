import Casework
import Hummingbird

/// The printable notice of an event.
package struct NoticeRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/people/:person/events/:event/notice", for: .caseworkers) { _, context in
            let view = try await OpenNotice(context.world)(
                try context.reference("event"), of: try context.part("person"), by: context.viewer)
            return NoticePage(view: view).response(context)
        }
    }
}
