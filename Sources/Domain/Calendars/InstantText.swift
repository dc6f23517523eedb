extension Instant: CustomStringConvertible {
    /// Reads `2013-05-20T09:00:00Z`: seconds are required, a fraction may have one to three digits, and the zone is `Z`
    /// or an offset up to ±14:00 written `+01:00`. Years are those that ``Day`` reads. Anything else is nil: a time
    /// without a zone is not an instant.
    package init?(_ iso: String) {
        let separator = iso.utf8.firstIndex(of: UInt8(ascii: "T")) ?? iso.endIndex
        guard let day = Day(String(iso[..<separator])) else { return nil }
        var reader = DigitReader(String(iso[separator...]))
        guard reader.take("T"), let milliseconds = reader.clock(), let offset = reader.zone(), reader.isAtEnd
        else { return nil }
        self = Instant(utc: day, minutes: -offset).adding(milliseconds: Int64(milliseconds))
    }

    /// `2013-05-20T09:00:00Z`, with three digits of fraction only when there is one: one text for each instant, so that
    /// texts can be compared byte by byte.
    package var iso: String {
        let (day, rest) = utc
        let (seconds, fraction) = rest.quotientAndRemainder(dividingBy: 1000)
        let hour = (seconds / 3600).padded(to: 2)
        let minute = (seconds / 60 % 60).padded(to: 2)
        let second = (seconds % 60).padded(to: 2)
        return "\(day.iso)T\(hour):\(minute):\(second)\(fraction == 0 ? "" : "." + fraction.padded(to: 3))Z"
    }

    package var description: String { iso }
}

extension DigitReader {
    /// `HH:MM:SS` with an optional fraction, in milliseconds after midnight.
    fileprivate mutating func clock() -> Int? {
        guard let hour = number(digits: 2), hour <= 23, take(":"),
            let minute = number(digits: 2), minute <= 59, take(":"),
            let second = number(digits: 2), second <= 59
        else { return nil }
        let whole = ((hour * 60 + minute) * 60 + second) * 1000
        guard take(".") else { return whole }
        var fraction = 0
        var scale = 100
        while let digit = next.flatMap(DigitReader.digit) {
            guard scale > 0, number(digits: 1) != nil else { return nil }
            fraction += digit * scale
            scale /= 10
        }
        return scale == 100 ? nil : whole + fraction
    }

    /// `Z` or `±HH:MM`, in minutes east of Greenwich.
    fileprivate mutating func zone() -> Int? {
        if take("Z") { return 0 }
        let sign = take("-") ? -1 : 1
        guard sign < 0 || take("+"), let hours = number(digits: 2), take(":"),
            let minutes = number(digits: 2), minutes <= 59, hours * 60 + minutes <= 14 * 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
