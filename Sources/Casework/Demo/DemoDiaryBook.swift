import Domain
import Store

/// The diary as the stories book it: each time once, whoever's story it is. Times before the diary begins are the same
/// pattern without a slot.
final class DemoDiaryBook {
    private let lines: [DemoDiary]
    private let calendar: WorkingCalendar
    /// The times that can be booked.
    let slots: [Slot]
    private let ids: [Place: String]
    private var taken: Set<Place> = []

    /// A time of one line of the diary.
    private struct Place: Hashable {
        var line: Int
        var start: Instant
    }

    init(_ lines: [DemoDiary], calendar: WorkingCalendar, today: Day, references: DemoReferences) {
        self.lines = lines
        self.calendar = calendar
        var slots: [Slot] = []
        var ids: [Place: String] = [:]
        for (number, line) in lines.enumerated() {
            for day in (-line.daysBack...line.daysAhead).map({ today.adding(days: $0) }) {
                for start in line.starts(on: day, calendar) {
                    let id = references.next("slot \(line.venue) \(line.room) \(start.milliseconds)")
                    ids[Place(line: number, start: start)] = id
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
    func book(_ purpose: String, from: Day, through: Day, _ random: inout SeededRandom) -> Booked? {
        let fitting = lines.indices.filter { lines[$0].purpose == purpose }
        var free: [Place] = []
        var day = from
        while day <= through {
            for line in fitting {
                free += lines[line].starts(on: day, calendar).map { Place(line: line, start: $0) }
                    .filter { !taken.contains($0) }
            }
            day = day.adding(days: 1)
        }
        if let place = random.one(of: free) {
            taken.insert(place)
            return Booked(line: lines[place.line], startsAt: place.start, slot: ids[place])
        }
        // Fully booked: squeezed in between two others.
        guard let line = fitting.first.map({ lines[$0] }), let time = random.one(of: line.times) else { return nil }
        let open = calendar.nextWorkingDay(onOrAfter: from)
        return Booked(line: line, startsAt: London.instant(open, time).adding(minutes: line.minutes / 2), slot: nil)
    }
}

extension DemoDiary {
    fileprivate func starts(on day: Day, _ calendar: WorkingCalendar) -> [Instant] {
        guard weekdays.contains(day.weekday), calendar.holidays.name(of: day) == nil else { return [] }
        return times.map { London.instant(day, $0) }
    }
}
