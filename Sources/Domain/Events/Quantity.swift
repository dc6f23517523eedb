/// A decimal number kept exactly, in thousandths: enough for units of alcohol, milligrams and scores.
package struct Quantity: Hashable, Comparable, Sendable {
    /// The number times one thousand.
    package let thousandths: Int64

    package init(thousandths: Int64) {
        self.thousandths = thousandths
    }

    /// A whole number; the largest magnitude is 9,000,000,000,000.
    package init(whole: Int) {
        thousandths = Int64(clamping: whole).multipliedClamping(by: 1_000)
    }

    /// Reads "12", "-3" or "12.5"; at most 12 digits before and 3 after the point. `nil` for anything else.
    package init?(_ text: String) {
        var digits = Array(text.utf8)
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, (1...12).contains(whole.count) else { return nil }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        if parts.count == 2 && !(1...3).contains(fraction.count) { return nil }
        var value: Int64 = 0
        for digit in whole + fraction + Array(repeating: UInt8(ascii: "0"), count: 3 - fraction.count) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        thousandths = isNegative ? -value : value
    }

    /// The shortest way to write it: "12", "12.5".
    package var text: String {
        let whole = thousandths.magnitude / 1_000
        var fraction = String(thousandths.magnitude % 1_000 + 1_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return (thousandths < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    package static func < (left: Quantity, right: Quantity) -> Bool {
        left.thousandths < right.thousandths
    }
}

extension Int64 {
    fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? (self < 0 ? .min : .max) : product
    }
}
