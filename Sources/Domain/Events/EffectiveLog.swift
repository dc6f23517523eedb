/// The log as it stands after corrections, in the order in which things occurred.
///
/// Order never depends on the order of recording: by the instant an event counts at, then by the rank its record type
/// declares, then by the bytes of its id.
package struct EffectiveLog: Hashable, Sendable {
    package private(set) var events: [Event]

    /// - Parameters:
    ///   - log: every event of one subject, corrections included, in any order. Events of other subjects are passed
    ///     over unless they move an event away from this one.
    ///   - knownAt: when given, only what had been recorded by then counts ("as known then").
    package init(_ log: [Event], subject: String, order: EventOrder, knownAt: Instant? = nil) {
        let visible = knownAt.map { limit in log.filter { $0.recorded <= limit } } ?? log
        let standing = Self.afterCorrections(visible)
        events = standing.filter { $0.subject == subject }
            .map { (key: order.key($0), event: $0) }
            .sorted { $0.key < $1.key }
            .map(\.event)
    }

    /// Drops what a later correction superseded. Of several corrections of one event the last recorded stands; ties go
    /// by the bytes of the id. A ring of corrections that supersede each other leaves none of them.
    private static func afterCorrections(_ log: [Event]) -> [Event] {
        guard log.contains(where: { $0.act != .record }) else { return log.uniqued() }
        let events = log.uniqued()
        var winner: [String: Event] = [:]
        for event in events {
            guard let target = event.act.supersedes, target != event.id else { continue }
            if let rival = winner[target], !rival.isRecordedBefore(event) { continue }
            winner[target] = event
        }
        return events.filter { event in
            if winner[event.id] != nil { return false }
            switch event.act {
            case .record: return true
            case .withdraw: return false
            case .amend(let target, _), .move(let target, _): return winner[target]?.id == event.id
            }
        }
    }
}

extension Event {
    fileprivate func isRecordedBefore(_ other: Event) -> Bool {
        recorded == other.recorded
            ? id.utf8.lexicographicallyPrecedes(other.id.utf8) : recorded < other.recorded
    }
}

extension [Event] {
    /// The first of each id: a log that was delivered twice counts once.
    fileprivate func uniqued() -> [Event] {
        var seen: Set<String> = []
        seen.reserveCapacity(count)
        return filter { seen.insert($0.id).inserted }
    }
}
