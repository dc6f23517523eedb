import Domain
import Foundation
import Ledger
import SchemeFiles

@testable import Casework

/// The shipped demonstration as its files have it, read once for all tests.
struct DemoStage: Sendable {
    let loaded: LoadedSchemes
    let plan: DemoPlan
    let definitions: Definitions
    let problems: [Diagnostic]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemes/nottingham")
        .path(percentEncoded: false)

    static let shipped: DemoStage = {
        let loaded = SchemeReading.read(folder) { LedgerHash(hashing: $0).hex }
        let (plan, problems) = DemoReading.read(loaded, folder: SchemeFolder(reading: folder + "/demo"))
        return DemoStage(loaded: loaded, plan: plan, definitions: loaded.definitions, problems: problems)
    }()

    /// A Wednesday afternoon in winter.
    static let wednesday = London.instant(Day(year: 2026, month: 11, day: 18) ?? Day(number: 0), .midnight)
        .adding(minutes: 14 * 60)

    /// The plan with fewer people to be met by chance, where their number does not matter.
    static func history(people: Int? = nil, seed: UInt64 = 1, now: Instant = wednesday, sets: Bool = true)
        -> DemoHistory
    {
        var plan = shipped.plan
        if let people { plan.people.count = people }
        if !sets { plan.countedSets = [] }
        return DemoHistory(plan, definitions: shipped.definitions, seed: seed, now: now)
    }
}
