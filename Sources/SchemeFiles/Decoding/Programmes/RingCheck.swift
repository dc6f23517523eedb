import Domain

/// Refuses programmes and clocks that wait for each other in a ring: none of them could ever be read.
struct RingCheck {
    let decoding: SchemeDecoding

    func checkProgrammes(_ found: [SchemeDecoding.Found]) {
        let programmes = decoding.sources.flatMap { decoding.drafts[$0.id]?.programmes ?? [] }
        let looksAt = Dictionary(
            uniqueKeysWithValues: programmes.map { ($0.id, Set($0.programmesLookedAt).subtracting([$0.id])) })
        let ring = ProgrammeOrder.sorted(programmes.map(\.id), dependencies: looksAt).ring
        for item in found where ring.contains(item.id) {
            guard let round = path(from: item.id, looksAt) else { continue }
            decoding.log.error(
                item.entry.place,
                "programmes look at each other's standing in a ring: \(round.map { "`\($0)`" }.joined(separator: " → "))"
            )
        }
    }

    /// The shortest way from a programme back to itself.
    private func path(from start: String, _ looksAt: [String: Set<String>]) -> [String]? {
        var before: [String: String] = [:]
        var waiting = [start]
        while !waiting.isEmpty {
            let id = waiting.removeFirst()
            for next in (looksAt[id] ?? []).sorted() {
                if next == start {
                    var way = [start]
                    var step = id
                    while step != start {
                        way.insert(step, at: 0)
                        step = before[step] ?? start
                    }
                    return [start] + way
                }
                if before[next] == nil {
                    before[next] = id
                    waiting.append(next)
                }
            }
        }
        return nil
    }

    /// Clocks that start when another is missed must begin with one that an event starts.
    func checkMissed(_ programme: Programme) {
        var after: [String: String] = [:]
        for clock in programme.clocks {
            if case .missed(let other) = clock.starts { after[clock.id] = other }
        }
        for clock in programme.clocks {
            var step = after[clock.id]
            var passed = 0
            while let current = step, current != clock.id, passed <= after.count {
                step = after[current]
                passed += 1
            }
            guard step == clock.id, let place = decoding.index.place(.clock, programme.id, clock.id) else { continue }
            decoding.log.error(
                place, "the clock `\(clock.id)` waits for its own miss: `starts: {missed: …}` goes in a ring")
        }
    }
}
