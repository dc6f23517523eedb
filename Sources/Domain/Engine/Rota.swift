/// Who is on duty when, as the partnership's rota says.
package struct Rota: Hashable, Sendable {
    /// By rota id, in order of start.
    private var shifts: [String: [Shift]]

    package init(_ shifts: [Shift] = []) {
        self.shifts = Dictionary(grouping: shifts, by: \.rota).mapValues { shifts in
            shifts.sorted { ($0.start, $0.worker) < ($1.start, $1.worker) }
        }
    }

    package struct Shift: Hashable, Sendable {
        package var rota: String
        package var worker: String
        package var start: Instant
        /// The first instant after the shift.
        package var end: Instant

        package init(rota: String, worker: String, start: Instant, end: Instant) {
            self.rota = rota
            self.worker = worker
            self.start = start
            self.end = end
        }
    }

    /// The shift that is on at an instant; at night, the one that starts next.
    package func duty(_ rota: String, at instant: Instant) -> Shift? {
        guard let shifts = shifts[rota] else { return nil }
        // The first shift that starts after the instant; those before it may still be on.
        var (low, high) = (0, shifts.count)
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].start <= instant { low = middle + 1 } else { high = middle }
        }
        // No shift lasts longer than a few others overlap it: look back over a handful.
        let on = shifts[max(0, low - 16)..<low].last { instant < $0.end }
        return on ?? (low < shifts.count ? shifts[low] : nil)
    }
}
