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
        try await demo.close()
    }
}
