import Testing

@testable import Domain

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

    private func fold(_ log: [Event], _ definitions: Definitions, asOf: Instant, knownAt: Instant? = nil) -> SubjectFold {
        SubjectFold(log, subject: RandomLog.subject, definitions: definitions, asOf: asOf, knownAt: knownAt)
    }

    /// Hands each log, with its definitions and two instants in order, to a property.
    private func each(
        _ seed: UInt64, _ property: ([Event], Definitions, Instant, Instant, String, inout SeededRandom) throws -> Void
    ) throws {
        for number in 0..<Self.logs {
            var log = RandomLog(seed: seed << 32 + UInt64(number))
            let events = log.events()
            let instants = [log.instant(), log.instant()].sorted()
            let definitions = SampleSchemes.all[number % SampleSchemes.all.count]
            try property(events, definitions, instants[0], instants[1], "seed \(seed), log \(number)", &log.random)
        }
    }

    @Test("Applying event by event gives what folding the whole log gives", arguments: seeds)
    func incremental(_ seed: UInt64) throws {
        try each(seed) { log, definitions, early, late, label, _ in
            let effective = EffectiveLog(log, subject: RandomLog.subject, order: definitions.order)
            var growing = SubjectFold(subject: RandomLog.subject, definitions: definitions)
            var rest = effective.events[...]
            for asOf in [early, late] {
                while let next = rest.first, definitions.order.instant(next) <= asOf { growing.apply(rest.removeFirst()) }
                let fresh = fold(log, definitions, asOf: asOf)
                try #require(growing.standing(asOf: asOf, rota: rota) == fresh.standing(asOf: asOf, rota: rota), "\(label)")
                try #require(growing.lastKey == fresh.lastKey, "\(label)")
            }
        }
    }

    @Test("The order of recording in the log changes nothing", arguments: seeds)
    func shuffling(_ seed: UInt64) throws {
        try each(seed) { log, definitions, _, late, label, random in
            let shuffled = log.shuffled(using: &random)
            let one = fold(log, definitions, asOf: late).standing(asOf: late, rota: rota)
            let other = fold(shuffled, definitions, asOf: late).standing(asOf: late, rota: rota)
            try #require(one == other, "\(label)")
        }
    }

    @Test("As known then, nothing recorded later counts", arguments: seeds)
    func knownThen(_ seed: UInt64) throws {
        try each(seed) { log, definitions, early, late, label, _ in
            let cut = log.filter { $0.recorded <= early }
            let then = fold(log, definitions, asOf: late, knownAt: early).standing(asOf: late, rota: rota)
            let known = fold(cut, definitions, asOf: late).standing(asOf: late, rota: rota)
            try #require(then == known, "\(label)")
        }
    }

    @Test("Time alone never undoes a miss, a fulfilment or an end", arguments: seeds)
    func monotone(_ seed: UInt64) throws {
        try each(seed) { log, definitions, early, late, label, _ in
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
        try each(seed) { log, definitions, early, late, label, _ in
            let fold = fold(log, definitions, asOf: early)
            let standing = fold.standing(asOf: early, rota: rota)
            let quiet = standing.nextChange.map { min($0.adding(milliseconds: -1), late) } ?? late
            let then = fold.standing(asOf: quiet, rota: rota)
            let states = { (standing: Standing) in standing.enrolments.map { $0.deadlines.map(\.state) } }
            try #require(states(standing) == states(then), "\(label): \(early) to \(quiet)")
            if let change = standing.nextChange {
                let changed = fold.standing(asOf: change, rota: rota)
                try #require(states(standing) != states(changed) || standing.enrolments != changed.enrolments, "\(label)")
            }
        }
    }

    @Test("The earliest and latest instants, empty logs and unknown types are taken as they come")
    func extremes() {
        let far = [
            Instant(milliseconds: -62_000_000_000_000), Instant(milliseconds: 0), Instant(milliseconds: 60_000_000_000_000),
        ]
        for definitions in SampleSchemes.all {
            for asOf in far {
                #expect(fold([], definitions, asOf: asOf).standing(asOf: asOf, rota: rota).enrolments.isEmpty)
                for type in SampleSchemes.types.map(\.id) + ["gone/type"] {
                    let event = Event(
                        id: "e", subject: RandomLog.subject, type: type, occurred: .instant(asOf), known: asOf, recorded: asOf,
                        by: "", agency: "", answers: ["code": .choice("a"), "on": .day(London.day(of: asOf)), "at": .instant(asOf)])
                    let standing = fold([event], definitions, asOf: asOf).standing(asOf: asOf, rota: rota)
                    #expect(standing.enrolments.count <= 2)
                }
            }
        }
    }
}

extension Deadline {
    /// Whether this is what the other became: the same in the same state, or for a clock that comes round the last of its
    /// periods, after which earlier ones are no longer listed.
    fileprivate func isLaterState(of other: Deadline) -> Bool {
        guard clock == other.clock && anchor == other.anchor else { return false }
        if due == other.due && state == other.state { return true }
        return inARow != nil && other.inARow != nil && due.end > other.due.end
    }
}
