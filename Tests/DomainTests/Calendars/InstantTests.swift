import Testing

@testable import Domain

@Suite("Instants and times of day")
struct InstantTests {
    @Test(
        "An instant is read from its text, in any zone, and printed in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0),
            ("2013-05-20T09:00:00Z", "2013-05-20T09:00:00Z", 1_369_040_400_000),
            ("2013-05-20T10:00:00+01:00", "2013-05-20T09:00:00Z", 1_369_040_400_000),
            ("2013-05-19T23:30:00-09:30", "2013-05-20T09:00:00Z", 1_369_040_400_000),
            ("2013-05-20T09:00:00.5Z", "2013-05-20T09:00:00.500Z", 1_369_040_400_500),
            ("2013-05-20T09:00:00.05Z", "2013-05-20T09:00:00.050Z", 1_369_040_400_050),
            ("2013-05-20T09:00:00.000Z", "2013-05-20T09:00:00Z", 1_369_040_400_000),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z", -1),
            ("1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z", -2_208_988_800_000),
        ])
    func read(_ text: String, _ iso: String, _ milliseconds: Int64) throws {
        let instant = try #require(Instant(text))
        #expect(instant.milliseconds == milliseconds)
        #expect(instant.iso == iso)
    }

    @Test(
        "Text that is not an instant is refused",
        arguments: [
            "", "T", "2013-05-20", "2013-05-20T09:00Z", "2013-05-20T09:00:00", "2013-05-20 09:00:00Z",
            "2013-05-20t09:00:00Z", "2013-05-20T09:00:00z", "2013-05-20T24:00:00Z", "2013-05-20T09:60:00Z",
            "2013-05-20T09:00:60Z", "2013-05-20T09:00:00.Z", "2013-05-20T09:00:00.0000Z", "2013-05-20T09:00:00,5Z",
            "2013-05-20T09:00:00+0100", "2013-05-20T09:00:00+1:00", "2013-05-20T09:00:00+14:01",
            "2013-05-20T09:00:00+01:60", "2013-05-20T09:00:00Z ", "2013-02-29T09:00:00Z", "2013-05-20T9:00:00Z",
            "2013-05-20T09:00:00+01:00Z", "3000-01-01T00:00:00Z", "2013-05-20T-9:00:00Z",
        ])
    func refused(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("Any instant comes back from its own text")
    func roundTrip() {
        let seed: UInt64 = 20_130_520
        var random = SeededRandom(seed: seed)
        for _ in 0..<5000 {
            let instant = Instant(
                milliseconds: Int64.random(in: -5_000_000_000_000...32_000_000_000_000, using: &random))
            #expect(Instant(instant.iso) == instant, "seed \(seed)")
        }
    }

    @Test("Hours, minutes and seconds elapse")
    func adding() throws {
        let instant = try #require(Instant("2013-10-26T12:00:00Z"))
        #expect(instant.adding(hours: 24).iso == "2013-10-27T12:00:00Z")
        #expect(instant.adding(minutes: -30).iso == "2013-10-26T11:30:00Z")
        #expect(instant.adding(seconds: 61).iso == "2013-10-26T12:01:01Z")
        #expect(instant.milliseconds(until: instant.adding(milliseconds: 250)) == 250)
        #expect(instant < instant.adding(milliseconds: 1))
    }

    @Test("Each of the 1,440 times of day comes back from its text")
    func timesOfDay() throws {
        for hour in 0...23 {
            for minute in 0...59 {
                let time = try #require(TimeOfDay(hour: hour, minute: minute))
                #expect(time.minutes == hour * 60 + minute)
                #expect(TimeOfDay(time.text) == time)
            }
        }
    }

    @Test(
        "A time that no clock shows is refused",
        arguments: ["24:00", "12:60", "9:00", "09:0", "09.00", "0900", "", "-1:00"])
    func refusedTimes(_ text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
