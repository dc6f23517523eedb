import Foundation
import Testing

@testable import Domain

/// The holidays of `Schemes/core/bank-holidays.yaml`, read line by line: the layer under test reads no files, and the
/// reader of scheme files lies above it.
struct PublishedHolidays {
    let days: [Day: String]
    let years: ClosedRange<Int>

    init() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let file = root.appending(path: "Schemes/core/bank-holidays.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        var days: [Day: String] = [:]
        var years: ClosedRange<Int>?
        for line in text.split(separator: "\n") {
            if let entry = line.wholeMatch(of: /\s*- \{day: (\S+), name: (.+)\}/) {
                let day = try #require(Day(String(entry.1)), "\(line)")
                try #require(days.updateValue(String(entry.2), forKey: day) == nil, "\(day) is listed twice")
            } else if let range = line.wholeMatch(of: /\s*complete: \{from: (\d{4}), until: (\d{4})\}/) {
                years = try #require(Int(range.1))...(#require(Int(range.2)))
            }
        }
        self.days = days
        self.years = try #require(years)
    }

    var bankHolidays: BankHolidays { BankHolidays(days, complete: years) }
}
