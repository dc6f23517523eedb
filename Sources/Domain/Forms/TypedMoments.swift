extension Day {
    /// Reads a date as typed: "2 5 2013", "02/05/2013", "2-5-2013" or "2013-05-02".
    package init?(typed text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let parts = text.split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "." }.map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1800 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}

extension Instant {
    /// Reads a London date and time as typed: "2 5 2013 22:30", "2013-05-02 22:30"; or an ISO instant.
    package init?(typed text: String) {
        if let instant = Instant(text) {
            self = instant
            return
        }
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let last = parts.last, let time = TimeOfDay(typed: String(last)),
            let day = Day(typed: parts.dropLast().joined(separator: " "))
        else { return nil }
        self = London.instant(day, time)
    }
}

extension TimeOfDay {
    /// Reads a time as typed: "22:30", "22.30", "2230", "9:05".
    package init?(typed text: String) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let marks = text.filter { !($0.isASCII && $0.isNumber) }
        guard marks.isEmpty || marks == ":" || marks == ".", (3...4).contains(digits.count),
            let hour = Int(digits.dropLast(2)), let minute = Int(digits.suffix(2))
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

extension String {
    /// Without spaces and line ends around it.
    package var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }

    /// Whether every character can be stored and printed: no control characters but line ends and tabs.
    var isKeepable: Bool {
        unicodeScalars.allSatisfy { scalar in
            scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\r" || scalar == "\t"
        }
    }

    /// With one kind of line end, since a browser sends two characters for each.
    var replacingLineEnds: String {
        guard utf8.contains(UInt8(ascii: "\r")) else { return self }
        return String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    var droppingPoundSign: String {
        hasPrefix("£") ? String(dropFirst()) : self
    }
}
