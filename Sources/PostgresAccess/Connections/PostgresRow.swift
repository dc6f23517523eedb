import CPostgres
import SQLAccess

/// The row a query stands on, read from what the server sent.
final class PostgresRow: SQLRow {
    /// Nil once the query has ended.
    private var result: PostgresResult?
    private var row = -1

    init(_ result: PostgresResult) {
        self.result = result
    }

    /// Whether there is another row to stand on.
    func next() -> Bool {
        row += 1
        return row < result?.rows ?? 0
    }

    /// Ends the row's life; a read of it afterwards throws.
    func end() {
        result = nil
    }

    func isNull(_ column: Int) -> Bool {
        guard let result, (0..<result.columns).contains(column) else { return true }
        return PQgetisnull(result.handle, CInt(row), CInt(column)) == 1
    }

    func integer(_ column: Int) throws -> Int64 {
        let (type, bytes) = try raw(column)
        switch type {
        case .int8, .int4, .int2: return bytes.bigEndian
        case .bool: return bytes.first == 1 ? 1 : 0
        case .numeric:
            guard let whole = Numeric(bytes).whole else { throw SQLFault.unreadable(column: column) }
            return whole
        default: throw SQLFault.unreadable(column: column)
        }
    }

    func integerOrNull(_ column: Int) throws -> Int64? {
        try isNullHere(column) ? nil : try integer(column)
    }

    func real(_ column: Int) throws -> Double {
        let (type, bytes) = try raw(column)
        switch type {
        case .float8: return Double(bitPattern: UInt64(bitPattern: bytes.bigEndian))
        case .float4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bytes.bigEndian)))
        case .numeric: return Numeric(bytes).real
        case .int8, .int4, .int2: return Double(bytes.bigEndian)
        default: throw SQLFault.unreadable(column: column)
        }
    }

    func realOrNull(_ column: Int) throws -> Double? {
        try isNullHere(column) ? nil : try real(column)
    }

    func text(_ column: Int) throws -> String {
        guard let text = try withUTF8(column, { String(validating: $0, as: UTF8.self) }) else {
            throw SQLFault.unreadable(column: column)
        }
        return text
    }

    func textOrNull(_ column: Int) throws -> String? {
        try isNullHere(column) ? nil : try text(column)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        let (type, bytes) = try raw(column)
        guard type == .bytea else { throw SQLFault.unreadable(column: column) }
        return Array(bytes)
    }

    func bytesOrNull(_ column: Int) throws -> [UInt8]? {
        try isNullHere(column) ? nil : try bytes(column)
    }

    func value(_ column: Int) throws -> SQLValue {
        guard try !isNullHere(column) else { return .null }
        return switch try raw(column).0 {
        case .float4, .float8: .real(try real(column))
        case .text, .varchar, .name: .text(try text(column))
        case .bytea: .blob(try bytes(column))
        default: .integer(try integer(column))
        }
    }

    func withUTF8<R>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) throws -> R {
        let (type, bytes) = try raw(column)
        switch type {
        case .text, .varchar, .name: return try body(bytes)
        default: throw SQLFault.unreadable(column: column)
        }
    }

    /// Whether the column is NULL, once it is known that the query has it.
    private func isNullHere(_ column: Int) throws -> Bool {
        guard let result, (0..<result.columns).contains(column) else { throw SQLFault.unreadable(column: column) }
        return PQgetisnull(result.handle, CInt(row), CInt(column)) == 1
    }

    /// A value that is there, with its type.
    private func raw(_ column: Int) throws -> (PostgresType, UnsafeBufferPointer<UInt8>) {
        guard let result, try !isNullHere(column) else { throw SQLFault.unreadable(column: column) }
        return (PostgresType(rawValue: PQftype(result.handle, CInt(column))), result.bytes(row, column))
    }
}

/// The types whose binary form the driver reads and writes, by the server's numbers.
struct PostgresType: RawRepresentable, Hashable {
    let rawValue: UInt32

    static let bool = PostgresType(rawValue: 16)
    static let bytea = PostgresType(rawValue: 17)
    static let name = PostgresType(rawValue: 19)
    static let int8 = PostgresType(rawValue: 20)
    static let int2 = PostgresType(rawValue: 21)
    static let int4 = PostgresType(rawValue: 23)
    static let text = PostgresType(rawValue: 25)
    static let float4 = PostgresType(rawValue: 700)
    static let float8 = PostgresType(rawValue: 701)
    static let varchar = PostgresType(rawValue: 1043)
    static let numeric = PostgresType(rawValue: 1700)
}

extension UnsafeBufferPointer<UInt8> {
    /// A whole number of up to eight bytes, the highest first.
    fileprivate var bigEndian: Int64 {
        guard let first else { return 0 }
        // The sign is in the first byte.
        var value = Int64(Int8(bitPattern: first))
        for byte in dropFirst() { value = value << 8 | Int64(byte) }
        return value
    }
}

/// A number of any length as the server sends it: digits of base 10,000, the place of the first, and a sign. Sums of
/// whole numbers come so.
private struct Numeric {
    private let digits: [Int64]
    private let weight: Int
    private let isNegative: Bool
    private let isNumber: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map { Int64(bytes[$0]) << 8 | Int64(bytes[$0 + 1]) }
        guard words.count >= 4 else {
            (digits, weight, isNegative, isNumber) = ([], 0, false, false)
            return
        }
        weight = Int(Int16(truncatingIfNeeded: words[1]))
        isNegative = words[2] == 0x4000
        isNumber = words[2] == 0 || words[2] == 0x4000
        digits = Array(words.dropFirst(4))
    }

    /// Nil where it is not a whole number of 64 bits.
    var whole: Int64? {
        guard isNumber else { return nil }
        var value: Int64 = 0
        for place in 0..<max(digits.count, weight + 1) {
            let digit = place < digits.count ? digits[place] : 0
            if place > weight {
                if digit != 0 { return nil }
                continue
            }
            let (moved, tooLong) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, tooMuch) = moved.subtractingReportingOverflow(digit)
            guard !tooLong, !tooMuch else { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    var real: Double {
        guard isNumber else { return .nan }
        var value = 0.0
        var scale = 1.0
        for _ in 0..<abs(weight) { scale *= 10_000 }
        if weight < 0 { scale = 1 / scale }
        for digit in digits {
            value += Double(digit) * scale
            scale /= 10_000
        }
        return isNegative ? -value : value
    }
}
