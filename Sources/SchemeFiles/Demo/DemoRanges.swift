import Domain

/// Reads ranges and lengths of time: `3 to 12`, `20 to 60 minutes`, `2 to 4 days, 09:00 to 16:30`.
struct DemoRanges {
    let log: DiagnosticLog

    private func expected(_ what: String, _ node: SourceNode) {
        let found = node.text.map(Wording.quoted) ?? node.kindWords
        log.error(node.place, "expected \(what); found \(found)")
    }

    func numbers(_ node: SourceNode?, in bounds: ClosedRange<Int>) -> ClosedRange<Int>? {
        guard let node else { return nil }
        guard let range = node.text.flatMap(Self.numbers), bounds.contains(range.lowerBound),
            bounds.contains(range.upperBound)
        else {
            expected("numbers from \(bounds.lowerBound) to \(bounds.upperBound) such as `3 to 12`", node)
            return nil
        }
        return range
    }

    func times(_ node: SourceNode?) -> ClosedRange<TimeOfDay>? {
        guard let node else { return nil }
        guard let range = node.text.flatMap(Self.times) else {
            expected("times of day such as `09:00 to 16:30`", node)
            return nil
        }
        return range
    }

    /// `20 to 60 minutes`, or `2 to 4 days, 09:00 to 16:30`.
    func delay(_ node: SourceNode?) -> DemoDelay? {
        guard let node else { return nil }
        guard let delay = node.text.flatMap(Self.delay) else {
            expected("a length of time such as `20 to 60 minutes` or `2 to 4 working days, 09:00 to 16:30`", node)
            return nil
        }
        return delay
    }

    /// `booking.at`, or `booking.at + 5 to 50 minutes`.
    func moment(_ node: SourceNode?) -> (label: String, field: String, plus: ClosedRange<Int>)? {
        guard let node else { return nil }
        let parts = (node.text ?? "").split(separator: "+", maxSplits: 1).map(\.trimmed)
        let plus = parts.count == 2 ? Self.delay(parts[1]) : DemoDelay(amount: 0...0, unit: .minutes)
        guard let first = parts.first, let (label, field) = Self.answer(first), let plus, plus.unit == .minutes else {
            expected("a time of an earlier record such as `booking.at + 5 to 50 minutes`", node)
            return nil
        }
        return (label, field, plus.amount)
    }

    /// `arrival.offence-code`.
    func answer(_ node: SourceNode?) -> (label: String, field: String)? {
        guard let node else { return nil }
        guard let answer = node.text.flatMap(Self.answer) else {
            expected("an answer of an earlier record such as `arrival.offence-code`", node)
            return nil
        }
        return answer
    }

    private static func answer(_ text: String) -> (label: String, field: String)? {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return words.count == 2 && words.allSatisfy { !$0.isEmpty } ? (words[0], words[1]) : nil
    }

    private static func numbers(_ text: String) -> ClosedRange<Int>? {
        let words = text.split(separator: " ")
        let numbers = words.filter { $0 != "to" }.compactMap { Int($0) }
        guard let first = numbers.first, let last = numbers.last, first <= last, words.count == numbers.count * 2 - 1,
            numbers.count <= 2, words.count == 1 || words[1] == "to"
        else { return nil }
        return first...last
    }

    private static func times(_ text: String) -> ClosedRange<TimeOfDay>? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "to", let first = TimeOfDay(String(words[0])),
            let last = TimeOfDay(String(words[2])), first <= last
        else { return nil }
        return first...last
    }

    private static func delay(_ text: String) -> DemoDelay? {
        let parts = text.split(separator: ",", maxSplits: 1).map(\.trimmed)
        guard let length = parts.first else { return nil }
        let words = length.split(separator: " ")
        let count = words.prefix { Int($0) != nil || $0 == "to" }.count
        guard let amount = numbers(words.prefix(count).joined(separator: " ")),
            (0...10_000).contains(amount.lowerBound),
            amount.upperBound <= 10_000, let unit = unit(words.dropFirst(count).joined(separator: " "))
        else { return nil }
        guard parts.count == 2 else { return DemoDelay(amount: amount, unit: unit) }
        guard unit != .minutes, unit != .hours, let times = times(parts[1]) else { return nil }
        return DemoDelay(amount: amount, unit: unit, between: times)
    }

    private static func unit(_ text: String) -> DemoDelay.Unit? {
        DemoDelay.Unit(rawValue: text) ?? DemoDelay.Unit(rawValue: text + "s")
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmed }
}
