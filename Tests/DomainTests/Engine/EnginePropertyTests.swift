import Testing

@testable import Domain

/// One random log, the scheme it is read under, and two instants in order.
private struct Trial {
    var random: SeededRandom
    let parts: (log: [Event], definitions: Definitions, early: Instant, late: Instant, label: String)

    init(seed: UInt64, number: Int) {
        var log = RandomLog(seed: seed << 32 + UInt64(number))
        let events = log.events()
        let instants = [log.instant(), log.instant()].sorted()
        let definitions = SampleSchemes.all[number % SampleSchemes.all.count]
        parts = (events, definitions, instants[0], instants[1], "seed \(seed), log \(number)")
        random = log.random
    }
}

/// What must hold for every log, however it came about. Each run takes its own 5,000 logs through one property after
/// another; the seed and the number of the log stand in the failure.
struct EnginePropertyTests {
    static let seeds: [UInt64] = [1, 2, 3, 4]
    static let logs = 5_000

    private let rota = Rota([
        Rota.Shift(
            rota: "days", worker: "dee", start: London.startOfDay(Day(number: 15_830)),
            end: London.startOfDay(Day(number: 15_850)))
    ])

    private func fold(_ log: [Event], _ definitions: Definitions, asOf: Instant, knownAt: Instant? = nil) -> SubjectFold
    {
        SubjectFold(log, subject: RandomLog.subject, definitions: definitions, asOf: asOf, knownAt: knownAt)
    }

    @Test("Applying event by event gives what folding the whole log gives", arguments: seeds)
    func incremental(_ seed: UInt64) throws {
        for number in 0..<Self.logs {
            let trial = Trial(seed: seed, number: number)
            let (log, definitions, early, late, label) = trial.parts
            let effective = EffectiveLog(log, subject: RandomLog.subject, order: definitions.order)
            var growing = SubjectFold(subject: RandomLog.subject, definitions: definitions)
            var rest = effective.events[...]
            for asOf in [early, late] {
                while let next = rest.first, definitions.order.instant(next) <= asOf {
                    growing.apply(rest.removeFirst())
                }
                let fresh = fold(log, definitions, asOf: asOf)
                try #require(
                    growing.standing(asOf: asOf, rota: rota) == fresh.standing(asOf: asOf, rota: rota), "\(label)")
                try #require(growing.lastKey == fresh.lastKey, "\(label)")
            }
        }
    }

    @Test("The order of recording in the log changes nothing", arguments: seeds)
    func shuffling(_ seed: UInt64) throws {
        for number in 0..<Self.logs {
            var trial = Trial(seed: seed, number: number)
            let (log, definitions, _, late, label) = trial.parts
            let shuffled = log.shuffled(using: &trial.random)
            let one = fold(log, definitions, asOf: late).standing(asOf: late, rota: rota)
            let other = fold(shuffled, definitions, asOf: late).standing(asOf: late, rota: rota)
            try #require(one == other, "\(label)")
        }
    }

    @Test("As known then, nothing recorded later counts", arguments: seeds)
    func knownThen(_ seed: UInt64) throws {
        for number in 0..<Self.logs {
            let trial = Trial(seed: seed, number: number)
            let (log, definitions, early, late, label) = trial.parts
            let cut = log.filter { $0.recorded <= early }
            let then = fold(log, definitions, asOf: late, knownAt: early).standing(asOf: late, rota: rota)
            let known = fold(cut, definitions, asOf: late).standing(asOf: late, rota: rota)
            try #require(then == known, "\(label)")
        }
    }

    @Test("Time alone never undoes a miss, a fulfilment or an end", arguments: seeds)
    func monotone(_ seed: UInt64) throws {
        for number in 0..<Self.logs {
            let trial = Trial(seed: seed, number: number)
            let (log, definitions, early, late, label) = trial.parts
            let fold = fold(log, definitions, asOf: early)
            let before = fold.standing(asOf: early, rota: rota)
            let after = fold.standing(asOf: late, rota: rota)
            try #require(before.enrolments.count == after.enrolments.count, "\(label)")
            for (one, other) in zip(before.enrolments, after.enrolments) {
                try #require(one.stage == other.stage && one.ended == other.ended && one.lead == other.lead, "\(label)")
                for deadline in one.deadlines where deadline.state != .running && deadline.state != .paused {
                    let isKept = other.deadlines.contains { $0.isLaterState(of: deadline) }
                    try #require(isKept, "\(label): \(deadline.clock) \(deadline.state) due \(deadline.due.iso)")
                }
            }
        }
    }

    @Test("Until the next change that is announced, no deadline changes its state", arguments: seeds)
    func nextChange(_ seed: UInt64) throws {
        for number in 0..<Self.logs {
            let trial = Trial(seed: seed, number: number)
            let (log, definitions, early, late, label) = trial.parts
            let fold = fold(log, definitions, asOf: early)
            let standing = fold.standing(asOf: early, rota: rota)
            let quiet = standing.nextChange.map { min($0.adding(milliseconds: -1), late) } ?? late
            let then = fold.standing(asOf: quiet, rota: rota)
            try #require(standing.states == then.states, "\(label): \(early) to \(quiet)")
            let due = Set(standing.enrolments.flatMap(\.deadlines).filter { $0.state == .running }.map(\.due.end))
            if let change = standing.nextChange, due.contains(change.adding(milliseconds: -1)) {
                let changed = fold.standing(asOf: change, rota: rota)
                try #require(standing.deadlines != changed.deadlines, "\(label)")
            }
        }
    }

    @Test("The earliest and latest instants, empty logs and unknown types are taken as they come")
    func extremes() {
        let far = [
            Instant(milliseconds: -62_000_000_000_000), Instant(milliseconds: 0),
            Instant(milliseconds: 60_000_000_000_000),
        ]
        for definitions in SampleSchemes.all {
            for asOf in far {
                #expect(fold([], definitions, asOf: asOf).standing(asOf: asOf, rota: rota).enrolments.isEmpty)
                for type in SampleSchemes.types.map(\.id) + ["gone/type"] {
                    let event = Event(
                        id: "e", subject: RandomLog.subject, type: type, occurred: .instant(asOf), known: asOf,
                        recorded: asOf,
                        by: "", agency: "",
                        answers: ["code": .choice("a"), "on": .day(London.day(of: asOf)), "at": .instant(asOf)])
                    let standing = fold([event], definitions, asOf: asOf).standing(asOf: asOf, rota: rota)
                    #expect(standing.enrolments.count <= 2)
                }
            }
        }
    }
}

extension Standing {
    fileprivate var deadlines: [[Deadline]] { enrolments.map(\.deadlines) }
    fileprivate var states: [[Deadline.State]] { enrolments.map { $0.deadlines.map(\.state) } }
}

extension Deadline {
    /// Whether this is what the other became: the same in the same state; for a clock that comes round the last of its
    /// periods, after which earlier ones are no longer listed; and for one that was settled, a later instance that took
    /// its place. A miss is never replaced.
    fileprivate func isLaterState(of other: Deadline) -> Bool {
        guard clock == other.clock else { return false }
        if anchor == other.anchor && due == other.due && state == other.state { return true }
        if anchor == other.anchor && inARow != nil && due.end > other.due.end { return true }
        if case .missed = anchor { return other.state != .notMet }
        return anchor != other.anchor && other.state != .notMet
    }
}
