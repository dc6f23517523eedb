import Domain
import Store
import Testing

@testable import Casework

struct KeepDiaryTests {
    private func series(
        _ purpose: String = "key-work", venue: String = "office", times: Int = 1, weekdays: Set<Weekday> = [.friday],
        weeks: Int = 1, minutesApart: Int = 30
    ) throws -> TimeSeries {
        let times = (0..<times).compactMap { number in
            let minute = 8 * 60 + number * minutesApart
            let (hours, minutes) = (String(minute / 60), String(minute % 60))
            return TimeOfDay("\(hours.count == 1 ? "0" : "")\(hours):\(minutes.count == 1 ? "0" : "")\(minutes)")
        }
        return TimeSeries(
            purpose: purpose, venue: venue, weekdays: weekdays, times: times, minutes: 15,
            from: try #require(Day("2013-05-10")), weeks: weeks)
    }

    private func message(of work: () async throws -> Void) async -> String {
        do {
            try await work()
            return "nothing was refused"
        } catch RecordRefusal.problems(let problems) {
            return problems.map { "\($0.field): \($0.message)" }.joined()
        } catch {
            return "\(error)"
        }
    }

    @Test("Adding times is a role's right that the schemes give: a volunteer and the police have it not")
    func rights() async throws {
        let town = try await DiaryTown()
        let add = AddTimes(town.world)
        #expect(add.may(town.drugs) && add.may(town.desk) && add.may(town.housing))
        for viewer in [town.volunteer, town.custody, town.administrator] {
            await #expect(throws: Missing.self) { _ = try await add(try series(), by: viewer) }
        }
    }

    @Test("Times for a purpose with a record of its own are only an agency's whose people may complete that")
    func ownRecords() async throws {
        let town = try await DiaryTown()
        let add = AddTimes(town.world)
        #expect(try add.choices(for: town.desk).purposes.contains { $0.code == "initial-assessment" })
        #expect(try !add.choices(for: town.housing).purposes.contains { $0.code == "initial-assessment" })
        #expect(try add.choices(for: town.housing).purposes.contains { $0.code == "key-work" })
    }

    @Test("One post adds at most 500 times, and a day of a diary has at most 200")
    func most() async throws {
        let town = try await DiaryTown()
        let add = AddTimes(town.world)
        let long = try series(times: 26, weekdays: Set(Weekday.allCases), weeks: 3)
        #expect(
            await message { _ = try await add(long, by: town.drugs) }
                == "times: That would be 520 times. At most 500 can be added at once: choose fewer weeks, days or times."
        )
        for room in 1...5 {
            var full = try series(times: 40, minutesApart: 20)
            full.room = "\(room)"
            #expect(try await add(full, by: town.drugs).count == 40)
            #expect(try await add(full, by: town.drugs).count == 0, "what is there already is no more")
        }
        let more = try series(weeks: 2)
        #expect(
            await message { _ = try await add(more, by: town.drugs) }
                == "times: Your diary would have 201 times on Friday 10 May 2013. A day can have at most 200. Nothing was added."
        )
        #expect(try await OpenDiary(town.world)(Day("2013-05-17"), by: town.drugs).lines.isEmpty)
    }

    @Test("A free time is taken away by those who keep its diary, once, with an entry, and can be added again")
    func takeAway() async throws {
        let town = try await DiaryTown()
        _ = try await AddTimes(town.world)(try series(), by: town.drugs)
        let view = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk)
        guard case .free(let slot?)? = view.lines.first?.what else { throw Missing() }
        guard
            case .free(nil)? = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.volunteer).lines.first?.what
        else { throw Missing() }
        let take = TakeTimeAway(town.world)
        for viewer in [town.volunteer, town.housing, town.custody, town.administrator] {
            await #expect(throws: Missing.self) { try await take(slot, by: viewer) }
        }
        let before = try await town.entries().count
        try await take(slot, by: town.desk)
        try await take(slot, by: town.desk)
        #expect(try await town.entries().dropFirst(before) == ["policy-change written"])
        #expect(try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk).lines.isEmpty)
        let person = try await town.positive()
        #expect(try await OfferTimes(town.world)(person, purpose: "key-work", by: town.drugs).first == nil)
        await #expect(throws: RecordRefusal.slotTaken) {
            try await BookTime(town.world)(person, slot: slot, key: nil, by: town.drugs)
        }
        #expect(try await AddTimes(town.world)(try series(), by: town.drugs).count == 1)
        _ = try await BookTime(town.world)(person, slot: slot, key: nil, by: town.drugs)
    }

    @Test("A time that somebody booked meanwhile, or that has begun, stays")
    func staysTaken() async throws {
        let town = try await DiaryTown()
        _ = try await AddTimes(town.world)(try series(times: 2), by: town.drugs)
        let slots = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk).lines.compactMap { line in
            if case .free(let slot) = line.what { slot } else { nil }
        }
        let (first, second) = (try #require(slots.first), try #require(slots.last))
        let person = try await town.positive()
        _ = try await BookTime(town.world)(person, slot: first, key: nil, by: town.drugs)
        await #expect(throws: RecordRefusal.slotTaken) { try await TakeTimeAway(town.world)(first, by: town.desk) }
        town.move(to: DiaryTown.at("2013-05-10", "09:00"))
        await #expect(throws: RecordRefusal.slotTaken) { try await TakeTimeAway(town.world)(second, by: town.desk) }
    }

    @Test("Whoever books while the time is taken away is told that it is gone")
    func race() async throws {
        let town = try await DiaryTown()
        _ = try await AddTimes(town.world)(try series(), by: town.drugs)
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: "key-work", by: town.drugs)
        let slot = try #require(offered.first?.slot)
        let instant = DiaryTown.at("2013-05-10", "08:00")
        try await TakeTimeAway(town.world)(slot, by: town.desk)
        // As it is when the taking away falls between the look at the time and the write.
        await #expect(throws: RecordRefusal.slotTaken) {
            try await RecordEvent(town.world)(
                RecordRequest(
                    subject: person, type: "core/appointment",
                    answers: [
                        "at": .instant(instant), "purpose": .choice("key-work"), "venue": .reference("office"),
                        "minutes": .number(Quantity(whole: 15)), "slot": .text(slot), "diary": .reference("cjit"),
                    ]), by: town.drugs)
        }
    }
}
