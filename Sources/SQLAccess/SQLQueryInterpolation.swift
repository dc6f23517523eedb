/// What may stand in `\(…)` inside a `SQLQuery`: a value, which is bound; another query, which is spliced with its
/// values; a list for `IN`; and an identifier that the source spells out. Nothing else compiles.
package struct SQLQueryInterpolation: StringInterpolationProtocol {
    var text = ""
    var values: [SQLValue] = []

    /// Room for a literal of about this size.
    package init(literalCapacity: Int, interpolationCount: Int) {
        text.reserveCapacity(literalCapacity + interpolationCount)
        values.reserveCapacity(interpolationCount)
    }

    /// SQL as the source spells it. A `?` in it is a bug in the source: it could not be told from a placeholder.
    package mutating func appendLiteral(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes in
            precondition(!bytes.contains(UInt8(ascii: "?")), "a ? in SQL is a placeholder: interpolate the value")
            text += String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Binds the value.
    package mutating func appendInterpolation(_ value: SQLValue) {
        text += "?"
        values.append(value)
    }

    /// Binds it.
    package mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }

    /// Binds it, or NULL.
    package mutating func appendInterpolation(_ value: String?) {
        appendInterpolation(value.map(SQLValue.text) ?? .null)
    }

    /// Binds it.
    package mutating func appendInterpolation(_ value: Int) { appendInterpolation(.integer(Int64(value))) }

    /// Binds it, or NULL.
    package mutating func appendInterpolation(_ value: Int?) {
        appendInterpolation(value.map { .integer(Int64($0)) } ?? .null)
    }

    /// Binds it.
    package mutating func appendInterpolation(_ value: Int64) { appendInterpolation(.integer(value)) }

    /// Binds it, or NULL.
    package mutating func appendInterpolation(_ value: Int64?) {
        appendInterpolation(value.map(SQLValue.integer) ?? .null)
    }

    /// Bound as 1 or 0.
    package mutating func appendInterpolation(_ value: Bool) { appendInterpolation(.integer(value ? 1 : 0)) }

    /// Bound as 1, 0 or NULL.
    package mutating func appendInterpolation(_ value: Bool?) {
        appendInterpolation(value.map { .integer($0 ? 1 : 0) } ?? .null)
    }

    /// Binds it.
    package mutating func appendInterpolation(_ value: Double) { appendInterpolation(.real(value)) }

    /// Binds it, or NULL.
    package mutating func appendInterpolation(_ value: Double?) {
        appendInterpolation(value.map(SQLValue.real) ?? .null)
    }

    /// Binds it.
    package mutating func appendInterpolation(_ value: [UInt8]) { appendInterpolation(.blob(value)) }

    /// Binds it, or NULL.
    package mutating func appendInterpolation(_ value: [UInt8]?) {
        appendInterpolation(value.map(SQLValue.blob) ?? .null)
    }

    /// Splices another query where it stands, text and values.
    package mutating func appendInterpolation(_ part: SQLQuery) {
        text += part.text
        values += part.values
    }

    /// Splices an identifier from the source: `ORDER BY \(name: "due_at")`. Lower-case letters, digits, `_` and one
    /// or more dots between parts; anything else is a bug in the source.
    package mutating func appendInterpolation(name: StaticString) {
        name.withUTF8Buffer { bytes in
            precondition(!bytes.isEmpty && bytes.allSatisfy(Self.isNamePart), "SQL names are a-z, 0-9, _ and .")
            text += String(decoding: bytes, as: UTF8.self)
        }
    }

    /// A bracketed list for `IN`: `WHERE id IN \(list: ids)`.
    ///
    /// An empty list is written `(NULL)`. `x IN (NULL)` is true of no row, as it should be; `x NOT IN (NULL)` is also
    /// true of no row, so a condition that excludes must be left out by the caller when its list is empty: a
    /// forgotten case shows too little, never too much. Engines bind at most 32,766 values in a statement.
    package mutating func appendInterpolation(list: [Int64]) { append(list.map(SQLValue.integer)) }

    /// A bracketed list of texts for `IN`; empty as for numbers.
    package mutating func appendInterpolation(list: [String]) { append(list.map(SQLValue.text)) }

    private mutating func append(_ list: [SQLValue]) {
        guard !list.isEmpty else {
            text += "(NULL)"
            return
        }
        text += "(?" + String(repeating: ", ?", count: list.count - 1) + ")"
        values += list
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
