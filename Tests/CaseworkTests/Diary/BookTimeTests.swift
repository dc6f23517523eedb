import Domain
import Store
import Testing

@testable import Casework

struct BookTimeTests {
    @Test("Of 64 people for whom one time is booked at once, exactly one has it")
    func oneSlotOnce() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10"))
        var people: [String] = []
        for number in 0..<64 { people.append(try await town.detained("Example\(number)")) }
        let first = try #require(people.first)
        let offered = try await OfferTimes(town.world)(first, purpose: "initial-assessment", by: town.custody)
        let slot = try #require(offered.first?.slot)

        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            for person in people {
                group.addTask {
                    do {
                        _ = try await BookTime(town.world)(person, slot: slot, key: nil, by: town.custody)
                        return .booked
                    } catch RecordRefusal.slotTaken {
                        return .taken
                    } catch {
                        return .fault("\(error)")
                    }
                }
            }
            return await group.reduce(into: [Outcome: Int]()) { $0[$1, default: 0] += 1 }
        }

        #expect(outcomes == [.booked: 1, .taken: 63])
        let again = try await OfferTimes(town.world)(first, purpose: "initial-assessment", by: town.custody)
        #expect(again.times.isEmpty)
    }

    private enum Outcome: Hashable, Sendable {
        case booked
        case taken
        case fault(String)
    }

    @Test("A second booking for the same purpose takes the place of the first, whose time is free again")
    func replaced() async throws {
        let town = try await DiaryTown()
        let times = DiaryTown.nines("2013-05-10", "2013-05-13")
        try await town.open(times: times)
        let person = try await town.positive()
        let offer = OfferTimes(town.world)
        let before = try await offer(person, purpose: nil, by: town.custody)
        let first = try #require(before.first)
        _ = try await BookTime(town.world)(person, slot: first.slot, key: nil, by: town.custody)
        let between = try await offer(person, purpose: "initial-assessment", by: town.custody)
        #expect(between.booked.map(\.startsAt) == [times[0]])
        #expect(between.times.map(\.startsAt) == [times[1]])

        town.move(to: DiaryTown.night.adding(minutes: 1))
        let second = try #require(between.first)
        _ = try await BookTime(town.world)(person, slot: second.slot, key: nil, by: town.custody)

        let after = try await offer(person, purpose: "initial-assessment", by: town.custody)
        #expect(after.booked.map(\.startsAt) == [times[1]])
        #expect(after.times.map(\.startsAt) == [times[0]])
        let other = try await town.positive("Second")
        _ = try await BookTime(town.world)(other, slot: first.slot, key: nil, by: town.custody)
    }

    @Test("A form sent twice books once and leads to the same event")
    func sentTwice() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10"))
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        let slot = try #require(offered.first?.slot)
        let key = (name: "key-1", bodyDigest: "digest")
        let first = try await BookTime(town.world)(person, slot: slot, key: key, by: town.custody)
        let second = try await BookTime(town.world)(person, slot: slot, key: key, by: town.custody)
        #expect(second.wasRepeated)
        #expect(first.event == second.event)
    }

    @Test("A time that has begun cannot be booked")
    func begun() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10"))
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        let slot = try #require(offered.first?.slot)
        town.move(to: DiaryTown.at("2013-05-10", "09:00"))
        await #expect(throws: RecordRefusal.slotTaken) {
            try await BookTime(town.world)(person, slot: slot, key: nil, by: town.custody)
        }
    }

    @Test("Nobody books for a person they may not see, and an unknown reference is answered alike")
    func unseen() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10"))
        let person = try await town.positive()
        let slot = try #require(
            try await OfferTimes(town.world)(person, purpose: nil, by: town.custody).first?.slot)
        let nobody = Reference.make(random: 1).compact
        for reference in [person, nobody] {
            await #expect(throws: Missing.self) {
                try await BookTime(town.world)(reference, slot: slot, key: nil, by: town.housing)
            }
            await #expect(throws: Missing.self) {
                try await OfferTimes(town.world)(reference, purpose: nil, by: town.housing)
            }
        }
        let entries = try await town.entries()
        #expect(entries.suffix(2).first == entries.last)
    }
}
