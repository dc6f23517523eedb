import Domain
import Foundation
import Testing

@testable import SchemeFiles

/// The demonstration that ships with a scheme.
struct ShippedDemoTests {
    static let schemes = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemes")

    static func shipped(_ scheme: String) -> (loaded: LoadedSchemes, plan: DemoPlan, diagnostics: [Diagnostic]) {
        let path = schemes.appending(path: scheme).path(percentEncoded: false)
        let loaded = SchemeReading.read(path) { _ in "0" }
        let (plan, diagnostics) = DemoReading.read(loaded, folder: SchemeFolder(reading: path + "/demo"))
        return (loaded, plan, diagnostics)
    }

    @Test("Every file of the demonstration is read without a complaint")
    func reads() {
        let (loaded, plan, diagnostics) = Self.shipped("nottingham")
        #expect(!loaded.diagnostics.hasErrors)
        #expect(diagnostics.map(\.description).joined(separator: "\n") == "")
        #expect(plan.people.count == 2_000)
        #expect(plan.workers.count >= 40)
    }

    @Test("Every agency that signed the sharing agreement is there, with somebody who signs in for it")
    func everyParty() {
        let (loaded, plan, _) = Self.shipped("nottingham")
        let parties = Set(loaded.schemes.flatMap(\.agreements).flatMap(\.parties))
        #expect(!parties.isEmpty)
        #expect(parties.subtracting(plan.agencies.map(\.id)).isEmpty)
        #expect(parties.subtracting(plan.workers.map(\.agency)).isEmpty)
    }

    @Test("Telephone numbers are of the ranges kept for drama, and no family name is written twice")
    func synthetic() {
        let (_, plan, _) = Self.shipped("nottingham")
        for phone in plan.agencies.map(\.phone) + plan.workers.map(\.phone) {
            #expect(phone.hasPrefix("0115 496 0") || phone.hasPrefix("07700 900"), "\(phone)")
        }
        #expect(Set(plan.names.family).count == plan.names.family.count)
        #expect(plan.names.family.count >= 150)
        #expect(plan.names.given.flatMap(\.names).count >= 120)
        // Workers too carry names of the list, so that nobody takes them for somebody.
        for worker in plan.workers {
            #expect(plan.names.family.contains { worker.name.hasSuffix(" " + $0) }, "\(worker.name)")
        }
    }

    @Test("The printed months of the older sets are those of the table, and add up")
    func countedMonths() {
        let (_, plan, _) = Self.shipped("nottingham")
        #expect(
            plan.countedSets.map { $0.months.map(\.all) } == [[418, 524, 454, 453, 392], [236, 217, 204, 187, 168]])
        #expect(plan.countedSets.map { $0.months.map(\.ofWhich) } == [[116, 91, 107, 97, 89], [60, 72, 75, 82, 77]])
        #expect(plan.countedSets.map { $0.months.map(\.all).reduce(0, +) } == [2_241, 1_012])
        #expect(plan.countedSets.map { $0.months.map(\.ofWhich).reduce(0, +) } == [500, 366])
    }
}
