import Casework
import Domain
import Markup

/// The free times beside the first, grouped by day.
struct TimeList {
    let offered: TimesOffered
    let first: TimesOffered.Time

    /// Folded away: most bookings take the first.
    var others: HTML? {
        let times = offered.times.filter { $0.slot != first.slot }
        guard !times.isEmpty else { return nil }
        let days = Dictionary(grouping: times) { London.day(of: $0.startsAt) }
        let groups: [HTML] = days.keys.sorted().enumerated().map { number, day in
            group(day, number: number + 2, times: days[day] ?? [])
        }
        let more: HTML? =
            offered.hasMore
            ? "<p class=\"govuk-body\">There are more free times than this page shows.</p>" : nil
        return details("Other times (\(times.count))", content: "\(groups)\(more)")
    }

    private func group(_ day: Day, number: Int, times: [TimesOffered.Time]) -> HTML {
        let isOutside = times.contains { !offered.isWithin($0) }
        let field = Markup.Field(
            "slot", label: day.longText, labelSize: .small, hint: isOutside ? outside(day) : nil,
            id: "slot-day-\(number)")
        return radios(field, layout: .small, choices: times.map { choice($0, isChosen: false, withDay: false) })
    }

    /// Says on which side of the days allowed a day lies.
    private func outside(_ day: Day) -> String {
        guard let window = offered.purpose?.window else { return "" }
        return day < window.from
            ? "Outside the days above: earlier than \(window.from.text)"
            : "Outside the days above: later than \(window.due.text)"
    }

    func choice(_ time: TimesOffered.Time, isChosen: Bool, withDay: Bool) -> Choice {
        let clock = London.time(of: time.startsAt).text
        let end = London.time(of: time.startsAt.adding(minutes: time.minutes)).text
        let day = London.day(of: time.startsAt).longText
        let place = [time.place, time.room].filter { !$0.isEmpty }.joined(separator: ", ")
        let with = time.worker.isEmpty ? "" : ", with \(time.worker)"
        return Choice(
            time.slot, text: withDay ? "\(day), \(clock) to \(end)" : "\(clock) to \(end)", hint: place + with,
            isChosen: isChosen)
    }
}

/// What the person has for the purpose already.
struct BookedAlready {
    let offered: TimesOffered

    var html: HTML? {
        let booked = offered.booked
        guard !booked.isEmpty else { return nil }
        let coming = booked.filter { $0.startsAt >= offered.asOf }
        let past = booked.filter { $0.startsAt < offered.asOf }
        return "\(coming.map(replaced))\(past.map(unrecorded))"
    }

    private var isOneAtATime: Bool { offered.purpose?.isOneAtATime ?? false }

    private func replaced(_ line: AppointmentLine) -> HTML {
        insetText(
            """
            Booked already: <strong>\(words(line))</strong>. \
            \(isOneAtATime
                ? "If you book another time, it takes the place of this one, and this one becomes free."
                : "Another time is booked beside it.")
            """)
    }

    private func unrecorded(_ line: AppointmentLine) -> HTML {
        let day = London.day(of: line.startsAt)
        return warningText(
            """
            Nobody has recorded what happened on \(words(line)). Record it first\
            \(isOneAtATime ? ": a new booking takes its place" : ""). \
            \(link("Open that day in the diary", href: ("/diary" as Href).adding(query: "day", day.iso)))
            """)
    }

    private func words(_ line: AppointmentLine) -> String {
        "\(London.day(of: line.startsAt).longText) at \(London.time(of: line.startsAt).text), \(line.place)"
    }
}
