extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`, as files, addresses and the database hold it.
    package var iso: String {
        let (year, month, day) = civil
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// "10 May 2013", as pages and letters print it.
    package var text: String {
        let (year, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// "Friday 10 May 2013", for a day that somebody must keep.
    package var longText: String { "\(weekday.name) \(text)" }

    /// "10 May", where the year is plain from the page.
    package var shortText: String {
        let (_, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1].prefix(3))"
    }

    package var description: String { iso }

    /// January … December, in order.
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
