/// Where an event stands among others: the instant it counts at, its type's rank, its id's bytes.
package struct EventOrder: Sendable {
    private let ranks: [String: Int]
    private let countsAtStart: Set<String>

    /// - Parameters:
    ///   - ranks: by record type; a type that is not listed ranks 0, lower ranks first.
    ///   - countsAtStart: the record types whose day-only events count at the day's start.
    package init(ranks: [String: Int] = [:], countsAtStart: Set<String> = []) {
        self.ranks = ranks
        self.countsAtStart = countsAtStart
    }

    /// The instant an event counts at.
    package func instant(_ event: Event) -> Instant {
        event.occurred.instant(dayCountsAtStart: countsAtStart.contains(event.type))
    }

    package func key(_ event: Event) -> Key {
        Key(instant: instant(event), rank: ranks[event.type] ?? 0, id: event.id)
    }

    package struct Key: Hashable, Comparable, Sendable {
        package let instant: Instant
        package let rank: Int
        package let id: String

        package static func < (left: Key, right: Key) -> Bool {
            if left.instant != right.instant { return left.instant < right.instant }
            if left.rank != right.rank { return left.rank < right.rank }
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }
}
