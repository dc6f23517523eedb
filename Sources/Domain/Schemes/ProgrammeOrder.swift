/// The order in which programmes may look at each other's standing.
package enum ProgrammeOrder {
    /// - Returns: every id, those looked at before those that look; and the ids that stand in a ring, which the
    ///   checker refuses and which keep their given order here.
    package static func sorted(
        _ ids: [String], dependencies: [String: Set<String>]
    ) -> (order: [String], ring: [String]) {
        var order: [String] = []
        var placed: Set<String> = []
        var waiting = ids
        while !waiting.isEmpty {
            let ready = waiting.filter { id in
                (dependencies[id] ?? []).allSatisfy { $0 == id || placed.contains($0) || !ids.contains($0) }
            }
            if ready.isEmpty { return (order + waiting, waiting) }
            order += ready
            placed.formUnion(ready)
            waiting.removeAll { placed.contains($0) }
        }
        return (order, [])
    }
}

extension Programme {
    /// The programmes whose standing this one's rules ask for.
    package var programmesLookedAt: [String] {
        var found: [String] = []
        let patterns =
            opens + stages.flatMap(\.enters) + endings.flatMap(\.when)
            + clocks.flatMap { clock in
                clock.metBy + clock.voidBy + clock.notBefore.map(\.pattern) + clock.starts.patterns
            }
            + (lead.map { $0.takes.map(\.pattern) + $0.releases } ?? [])
        for pattern in patterns { pattern.also?.collectProgrammes(into: &found) }
        suspendedWhile?.collectProgrammes(into: &found)
        for clock in clocks { clock.pausedWhile?.collectProgrammes(into: &found) }
        for flag in flags { flag.when.collectProgrammes(into: &found) }
        for case .holds(let condition) in values.map(\.reading) { condition.collectProgrammes(into: &found) }
        return found
    }
}

extension ClockRule.Start {
    /// The patterns of events that start it; none when a missed clock does.
    package var patterns: [EventPattern] {
        switch self {
        case .events(let patterns): patterns
        case .missed: []
        }
    }
}

extension Condition {
    fileprivate func collectProgrammes(into found: inout [String]) {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts):
            for part in parts { part.collectProgrammes(into: &found) }
        case .events(let test): test.pattern.also?.collectProgrammes(into: &found)
        case .enrolled(let test): found.append(test.programme)
        case .record(let test): test.collectProgrammes(into: &found)
        case .answer(let test), .value(let test):
            if case .moment(let test) = test.comparison { test.collectProgrammes(into: &found) }
        case .always, .age, .hours, .clock, .stage, .lead: break
        }
    }
}

extension MomentTest {
    fileprivate func collectProgrammes(into found: inout [String]) {
        switch other {
        case .record, .hoursBeforeRecord, .answer: break
        case .latest(let patterns, _), .lastTime(let patterns):
            for pattern in patterns { pattern.also?.collectProgrammes(into: &found) }
        }
    }
}
