import Domain

/// Whether the machine's clock can be believed: deadlines, sessions and codes all rest on it.
enum ClockSanity {
    /// No copy of this program ran before.
    static let earliest = Instant(milliseconds: 1_767_225_600_000)  // 2026-01-01
    /// Two clocks that are both right may differ by so much.
    static let slackMinutes = 2
    /// A ledger silent for longer is either a database long unused or a clock far ahead.
    static let silenceDays = 400

    static func finding(now: Instant, lastEntry: Instant?) -> Finding {
        guard now >= earliest else {
            return Finding("clock", .unsafe, "The clock says \(now.iso), which cannot be. Set it.")
        }
        guard let lastEntry else { return Finding("clock", .ok, "It is \(London.text(now)) in London.") }
        guard now.adding(minutes: slackMinutes) >= lastEntry else {
            return Finding(
                "clock", .unsafe,
                "The clock says \(now.iso), before the ledger's last entry (\(lastEntry.iso)). Set it, or find out why."
            )
        }
        guard now <= lastEntry.adding(hours: 24 * silenceDays) else {
            return Finding(
                "clock", .look,
                "The clock says \(now.iso); the ledger's last entry is of \(lastEntry.iso). Is that so long ago?")
        }
        return Finding("clock", .ok, "It is \(London.text(now)) in London.")
    }
}
