/// Reads bytes from left to right; everything strict in this target reads through it.
package struct ByteCursor {
    private let bytes: [UInt8]
    private(set) var place = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { place == bytes.count }

    package var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    package mutating func skip() { place += 1 }

    /// Moves past `literal` when it stands here.
    package mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard bytes.count - place >= count else { return false }
        for offset in 0..<count where bytes[place + offset] != literal.utf8Start[offset] { return false }
        place += count
        return true
    }

    /// The bytes up to the first that `isOver`, which is not taken. All the rest, when there is none.
    package mutating func take(until isOver: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, !isOver(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    /// `count` bytes, or nil when fewer are left.
    package mutating func take(count: Int) -> ArraySlice<UInt8>? {
        guard bytes.count - place >= count else { return nil }
        defer { place += count }
        return bytes[place..<place + count]
    }

    /// A whole number in its only canonical form: no plus, no leading zero, no minus zero, within Int64.
    package mutating func takeInteger() -> Int64? {
        let isNegative = take("-")
        guard let first = next, Self.isDigit(first), first != UInt8(ascii: "0") || !isNegative else { return nil }
        var value: Int64 = 0
        let start = place
        while let digit = next, Self.isDigit(digit) {
            if place > start, first == UInt8(ascii: "0") { return nil }
            let (tenfold, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let figure = Int64(digit - UInt8(ascii: "0"))
            let (sum, isTooLarge) =
                isNegative ? tenfold.subtractingReportingOverflow(figure) : tenfold.addingReportingOverflow(figure)
            guard !isTooLong, !isTooLarge else { return nil }
            value = sum
            place += 1
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
