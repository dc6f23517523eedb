package import Domain
import Store

/// Opens a worker's day. The look is one entry that names everyone shown.
package struct OpenToday: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package func callAsFunction(by viewer: Viewer) async throws -> TodayView {
        let now = world.now()
        let view = try await world.database.read { connection in
            try TodayReading(world, viewer: viewer, now: now, on: connection).view()
        }
        try await world.keepLook("today", subjects: view.subjects, by: viewer)
        return view
    }
}
