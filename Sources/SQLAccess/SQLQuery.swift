/// One SQL statement and the values it binds: `"SELECT name FROM agency WHERE id = \(id)"`.
///
/// The text can only come from literals in the source: a literal's segments are `StaticString`, so a text made at run
/// time does not compile as SQL, and what is interpolated is bound (`SQLQueryInterpolation` lists what may be).
package struct SQLQuery: ExpressibleByStringInterpolation, Sendable, Hashable {
    /// The statement, with a `?` for each of `values`, in order. A driver whose engine numbers its placeholders
    /// rewrites each `?` it finds: literals may hold none, so every one is a placeholder.
    package private(set) var text: String

    /// What the placeholders stand for, in their order.
    package private(set) var values: [SQLValue]

    /// A statement without values. Only a literal can be one: a `String` does not become a `StaticString`.
    package init(stringLiteral literal: StaticString) {
        var interpolation = SQLQueryInterpolation(literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
        interpolation.appendLiteral(literal)
        self.init(stringInterpolation: interpolation)
    }

    /// A statement with what its literal interpolates.
    package init(stringInterpolation: SQLQueryInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// The two texts side by side, with no space put between them.
    package static func + (left: SQLQuery, right: SQLQuery) -> SQLQuery {
        var sum = left
        sum += right
        return sum
    }

    static func += (left: inout SQLQuery, right: SQLQuery) {
        left.text += right.text
        left.values += right.values
    }
}

extension Sequence where Element == SQLQuery {
    /// The queries in order with `separator` between each two, such as `conditions.joined(separator: " AND ")`.
    /// Of no queries: an empty text, which is not a statement, so say first what "none" should mean.
    package func joined(separator: StaticString) -> SQLQuery {
        let separator = SQLQuery(stringLiteral: separator)
        var parts = makeIterator()
        guard var whole = parts.next() else { return "" }
        while let part = parts.next() {
            whole += separator
            whole += part
        }
        return whole
    }
}

/// What a log may print of a query: its text. The values are people's data and are left out.
extension SQLQuery: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { text }
    package var debugDescription: String { text }
    package var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}
