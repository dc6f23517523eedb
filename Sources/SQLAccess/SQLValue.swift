/// One value on its way into a statement, in the five kinds that every engine keeps unchanged.
///
/// Text and blobs are bytes to the engine: what is read back is byte for byte what was bound. A yes/no is `integer(0)`
/// or `integer(1)`, an instant `integer` milliseconds since 1970 in UTC, a day ISO `text`.
package enum SQLValue: Sendable, Hashable {
    /// No value.
    case null
    /// A BIGINT column.
    case integer(Int64)
    /// A DOUBLE PRECISION column. Drivers refuse a NaN, which one engine would store as NULL.
    case real(Double)
    /// A TEXT column. Drivers refuse a text that holds U+0000, which one engine cannot store and the other cuts.
    case text(String)
    /// A BLOB or BYTEA column.
    case blob([UInt8])
}

extension SQLValue {
    /// Two texts are the same value only when their bytes are the same, as the engines judge it; Swift's own
    /// comparison would take "é" in its composed and decomposed forms for one.
    package static func == (left: SQLValue, right: SQLValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.real(let left), .real(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.blob(let left), .blob(let right)): left == right
        default: false
        }
    }
}
