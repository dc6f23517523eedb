import Domain
import Store
import Testing

@testable import Casework

/// The demonstration as it stands in a database.
struct DemoRecordTests {
    @Test("whole")
    func whole() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let demo = try await DemoDatabase(DemoStage.shipped.plan)
        print("filled", clock.now - start, demo.filled.people, demo.filled.events, demo.filled.problems.count)
        let boards = OpenBoard(demo.world)
        let roles = demo.world.definitions.roles.map(\.id)
        for role in roles {
            for purpose in demo.world.definitions.schemes.flatMap(\.purposes).map(\.id) {
                guard let viewer = demo.viewer(role, purpose: purpose) else { print("nobody", role); break }
                for board in boards.boards(for: viewer) {
                    let view = try await boards(board.id, by: viewer)
                    if !view.rows.isEmpty { print(role, purpose, board.id, view.rows.count, view.rows.prefix(2).map { $0.cells.map(\.text).joined(separator: "|") }) }
                }
            }
        }
        try await demo.close()
    }
}
