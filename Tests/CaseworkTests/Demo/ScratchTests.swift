import Domain
import Store
import Testing
import Credentials
import Logging
import SQLiteAccess
import Foundation

@testable import Casework

struct ScratchTests {
    @Test("full") func full() async throws {
        let clock = ContinuousClock()
        nonisolated(unsafe) var last = clock.now
        let demo = try await DemoDatabase(DemoStage.shipped.plan) { p in
            if case .people(let n, _) = p, n % 480 == 0 { print(n, clock.now - last); last = clock.now }
            if case .workers(let n, _) = p, n % 20 == 0 { print("w", n, clock.now - last); last = clock.now }
        }
        print("done", clock.now - last)
        try await demo.close()
    }
}
