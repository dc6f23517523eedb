import Domain

/// Reads the bank holidays of England and Wales as dated facts.
struct BankHolidayDecoding {
    let values: ValueReading

    /// England and Wales have had eight or more in every year since 1978.
    private static let fewestInYear = 8

    func decode(_ node: SourceNode) -> BankHolidays? {
        guard let keys = SourceKeys(node, "`bank-holidays`", values.log) else { return nil }
        if let division = keys.required("division"), division.text != "england-and-wales" {
            values.log.error(division.place, "expected `england-and-wales`, the only division there is a calendar for")
        }
        if let source = keys.optional("source"), source.entries == nil { _ = values.words(source) }
        let complete = keys.required("complete")
        let listed = values.list(keys.required("days"), most: 5_000)
        let days = days(listed)
        keys.finish()
        guard let complete, let years = years(complete) else { return nil }
        // A line that could not be read is said to be wrong, and is missing for no other reason.
        for year in years where days.count == listed.count {
            let count = days.keys.filter { $0.year == year }.count
            if count < Self.fewestInYear {
                values.log.error(
                    complete.place,
                    "\(year) is said to be complete but lists \(count) days; a year has at least \(Self.fewestInYear)")
            }
        }
        return BankHolidays(days, complete: years)
    }

    private func years(_ node: SourceNode) -> ClosedRange<Int>? {
        guard let keys = SourceKeys(node, "`complete`", values.log) else { return nil }
        let from = values.whole(keys.required("from"), 1978...2999)
        let until = values.whole(keys.required("until"), 1978...2999)
        keys.finish()
        guard let from, let until else { return nil }
        guard from <= until, until - from < 200 else {
            values.log.error(node.place, "`until` is a year not before `from`, and at most 200 years later")
            return nil
        }
        return from...until
    }

    private func days(_ nodes: [SourceNode]) -> [Day: String] {
        var days: [Day: String] = [:]
        for item in nodes {
            guard let keys = SourceKeys(item, "a bank holiday", values.log) else { continue }
            let entry = keys.required("day")
            let name = values.words(keys.required("name"))
            keys.finish()
            guard let day = values.day(entry), let name else { continue }
            if days.updateValue(name, forKey: day) != nil {
                values.log.error(item.place, "\(day.iso) is listed twice")
            }
        }
        return days
    }
}
