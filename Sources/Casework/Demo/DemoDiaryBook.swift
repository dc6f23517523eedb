import Domain
import Store

/// The diary as the stories book it: each time once. Times before the diary begins are the same pattern without a slot.
struct DemoDiaryBook {
    private let lines: [DemoDiary]
    private let calendar: WorkingCalendar
    /// The times that can be booked.
    let slots: [Slot]
    private let ids: [String: String]
    private var taken: Set<String> = []

    init(_ lines: [DemoDiary], calendar: WorkingCalendar, today: Day, references: inout DemoReferences) {
        self.lines = lines
        self.calendar = calendar
        var slots: [Slot] = []
        var ids: [String: String] = [:]
        for line in lines {
            for day in (-line.daysBack...line.daysAhead).map({ today.adding(days: $0) }) {
                for start in line.starts(on: day, calendar) {
                    let key = line.key(start)
                    guard ids[key] == nil else { continue }
                    let id = references.next("slot " + key)
                    ids[key] = id
                    slots.append(
                        Slot(
                            id: id, agency: line.agency, venue: line.venue, purpose: line.purpose, startsAt: start,
                            minutes: line.minutes, room: line.room))
                }
            }
        }
        self.slots = slots
        self.ids = ids
    }

    struct Booked {
        var line: DemoDiary
        var startsAt: Instant
        /// `nil` where no time of the diary was free or it does not reach so far.
        var slot: String?
    }

    /// Takes a time between two days; `nil` when the diary has none for the purpose.
    mutating func book(_ purpose: String, from: Day, through: Day, _ random: inout SeededRandom) -> Booked? {
        let lines = lines.filter { $0.purpose == purpose }
        var free: [(line: DemoDiary, start: Instant)] = []
        var day = from
        while day <= through {
            for line in lines {
                for start in line.starts(on: day, calendar) where !taken.contains(line.key(start)) {
                    free.append((line, start))
                }
            }
            day = day.adding(days: 1)
        }
        if let (line, start) = random.one(of: free) {
            let key = line.key(start)
            taken.insert(key)
            return Booked(line: line, startsAt: start, slot: ids[key])
        }
        // Fully booked: squeezed in between two others.
        guard let line = lines.first, let time = random.one(of: line.times) else { return nil }
        let open = calendar.nextWorkingDay(onOrAfter: from)
        return Booked(line: line, startsAt: London.instant(open, time).adding(minutes: line.minutes / 2), slot: nil)
    }
}

extension DemoDiary {
    fileprivate func starts(on day: Day, _ calendar: WorkingCalendar) -> [Instant] {
        guard weekdays.contains(day.weekday), calendar.holidays.name(of: day) == nil else { return [] }
        return times.map { London.instant(day, $0) }
    }

    fileprivate func key(_ start: Instant) -> String { "\(venue) \(room) \(start.milliseconds)" }
}
