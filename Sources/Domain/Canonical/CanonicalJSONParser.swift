/// What a text may cost to read.
package struct CanonicalJSONLimits: Sendable {
    /// The most bytes a text may have.
    package let byteCount: Int
    /// How deep objects and arrays may stand in one another.
    package let depth: Int

    package init(byteCount: Int, depth: Int) {
        self.byteCount = byteCount
        self.depth = depth
    }

    /// One mebibyte, 64 deep: more than any event or entry holds. The verifier in Python keeps the same limits.
    package static let standard = CanonicalJSONLimits(byteCount: 1 << 20, depth: 64)
}

/// The text is not JSON, or is JSON that canonical writing would have written otherwise, or is beyond the limits.
package struct NotCanonical: Error, Equatable {
    /// The byte, from 0, at which reading stopped.
    package let place: Int
}

extension CanonicalJSON {
    /// Reads a canonical text. Whatever it accepts, writing gives back byte for byte; so two readers of one text cannot
    /// differ over a doubled key, a number's spelling or a needless escape.
    package static func parse(
        _ bytes: [UInt8], limits: CanonicalJSONLimits = .standard
    ) throws(NotCanonical) -> CanonicalJSON {
        guard bytes.count <= limits.byteCount else { throw NotCanonical(place: limits.byteCount) }
        var parser = CanonicalJSONParser(cursor: ByteCursor(bytes), depthLeft: limits.depth)
        let value = try parser.value()
        guard parser.cursor.isAtEnd else { throw parser.refusal }
        return value
    }

    /// Reads a canonical text.
    package static func parse(
        _ text: String, limits: CanonicalJSONLimits = .standard
    ) throws(NotCanonical) -> CanonicalJSON {
        try parse(Array(text.utf8), limits: limits)
    }
}

struct CanonicalJSONParser {
    var cursor: ByteCursor
    var depthLeft: Int

    var refusal: NotCanonical { NotCanonical(place: cursor.place) }

    mutating func value() throws(NotCanonical) -> CanonicalJSON {
        switch cursor.next {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n") where cursor.take("null"): return .null
        case UInt8(ascii: "t") where cursor.take("true"): return .bool(true)
        case UInt8(ascii: "f") where cursor.take("false"): return .bool(false)
        default:
            guard let number = cursor.takeInteger() else { throw refusal }
            return .integer(number)
        }
    }

    private mutating func object() throws(NotCanonical) -> CanonicalObject {
        try enter()
        var members: [CanonicalObject.Member] = []
        if !cursor.take("}") {
            repeat {
                let key = try string()
                if let last = members.last, !CanonicalObject.precedes(last.key, key) { throw refusal }
                guard cursor.take(":") else { throw refusal }
                members.append(CanonicalObject.Member(key: key, value: try value()))
            } while cursor.take(",")
            guard cursor.take("}") else { throw refusal }
        }
        depthLeft += 1
        return CanonicalObject(rising: members)
    }

    private mutating func array() throws(NotCanonical) -> [CanonicalJSON] {
        try enter()
        var elements: [CanonicalJSON] = []
        if !cursor.take("]") {
            repeat { elements.append(try value()) } while cursor.take(",")
            guard cursor.take("]") else { throw refusal }
        }
        depthLeft += 1
        return elements
    }

    private mutating func enter() throws(NotCanonical) {
        guard depthLeft > 0 else { throw refusal }
        depthLeft -= 1
        cursor.skip()
    }

    private mutating func string() throws(NotCanonical) -> String {
        guard cursor.take("\"") else { throw refusal }
        let plain = cursor.take(until: CanonicalJSON.needsEscape)
        if cursor.take("\"") { return try text(plain) }
        var bytes = Array(plain)
        while !cursor.take("\"") {
            guard cursor.take("\\") else { throw refusal }
            bytes.append(try escaped())
            bytes.append(contentsOf: cursor.take(until: CanonicalJSON.needsEscape))
        }
        return try text(bytes[...])
    }

    private mutating func escaped() throws(NotCanonical) -> UInt8 {
        if cursor.take("u00") {
            guard let digits = cursor.take(count: 2), let byte = Hex.bytes(digits)?.first, byte < 0x20,
                CanonicalJSON.shortEscape(byte) == nil
            else { throw refusal }
            return byte
        }
        let byte: UInt8? =
            switch cursor.next {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): cursor.next
            case UInt8(ascii: "b"): 0x08
            case UInt8(ascii: "t"): 0x09
            case UInt8(ascii: "n"): 0x0A
            case UInt8(ascii: "f"): 0x0C
            case UInt8(ascii: "r"): 0x0D
            default: nil
            }
        guard let byte else { throw refusal }
        cursor.skip()
        return byte
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(NotCanonical) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal }
        return text
    }
}
