@testable import Domain

/// Logs as no worker would make them: ties, corrections of corrections, rings, repeats, days without times, dates from
/// the far past and future, and recording in any order.
struct RandomLog {
    var random: SeededRandom
    static let subject = "p"

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    private static let start = Day(number: 15_820)

    mutating func events() -> [Event] {
        let count = Int.random(in: 0...40, using: &random)
        var events = (0..<count).map { event($0, of: count) }
        if let repeated = events.randomElement(using: &random), Int.random(in: 0..<5, using: &random) == 0 {
            events.append(repeated)
        }
        return events
    }

    /// An instant within the weeks that most events lie in.
    mutating func instant() -> Instant {
        London.instant(day(), time()).adding(milliseconds: Bool.random(using: &random) ? 0 : -1)
    }

    private mutating func day() -> Day { Self.start.adding(days: Int.random(in: 0...75, using: &random)) }

    private mutating func time() -> TimeOfDay {
        TimeOfDay(checked: [0, 60, 8 * 60, 12 * 60, 20 * 60, 23 * 60 + 59].randomElement(using: &random) ?? 0)
    }

    private mutating func moment() -> Moment {
        switch Int.random(in: 0..<100, using: &random) {
        case 0: .day(Day(number: -62_000))
        case 1: .day(Day(number: 376_000))
        case 2: .instant(Instant(milliseconds: 32_000_000_000_000))
        case 3..<30: .day(day())
        default: .instant(London.instant(day(), time()))
        }
    }

    private mutating func event(_ number: Int, of count: Int) -> Event {
        let occurred = moment()
        let instant = occurred.instant()
        let known = instant.adding(hours: Int.random(in: 0...60, using: &random))
        // Few instants of recording, so that corrections tie.
        let recorded = known.adding(hours: 24 * Int.random(in: 0...4, using: &random))
        let isElsewhere = Int.random(in: 0..<30, using: &random) == 0
        return Event(
            id: "e\(number)", subject: isElsewhere ? "q" : Self.subject,
            type: SampleSchemes.types.randomElement(using: &random)?.id ?? "t/note", version: "t@one",
            act: act(number, of: count), occurred: occurred, known: known, recorded: recorded,
            by: ["ann", "bea"].randomElement(using: &random) ?? "ann", agency: "agency", answers: answers())
    }

    private mutating func act(_ number: Int, of count: Int) -> Event.Act {
        // Sometimes a later event, or itself: rings.
        let target = "e\(Int.random(in: 0..<max(count, 1), using: &random))"
        return switch Int.random(in: 0..<20, using: &random) {
        case 0: .amend(target, reason: "amended")
        case 1: .withdraw(target, reason: "withdrawn")
        case 2: .move(target, reason: "moved")
        default: .record
        }
    }

    private mutating func answers() -> [String: Answer] {
        var answers: [String: Answer] = [:]
        answers["code"] = .choice(["a", "b", "c"].randomElement(using: &random) ?? "a")
        if Bool.random(using: &random) {
            answers["n"] = .number(Quantity(whole: Int.random(in: 0...9, using: &random)))
        }
        if Bool.random(using: &random) { answers["on"] = .day(day()) }
        if Bool.random(using: &random) { answers["at"] = .instant(instant()) }
        if Bool.random(using: &random) { answers["worker"] = .reference("cat") }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: answers["born"] = .day(Day(number: Int.random(in: 0...16_000, using: &random)))
        case 1: answers["code"] = .missing(.declined)
        case 2:
            answers = [
                "programme": .choice("t/places"), "version": .choice(Bool.random(using: &random) ? "t@two" : "t@one"),
            ]
        default: break
        }
        return answers
    }
}
