/// The row a query is standing on, read by column index from 0.
///
/// It is good only inside the closure that was given it. Reading is exact: a NULL read as a value, a column of another
/// kind, a text that is not UTF-8, a flag that is neither 0 nor 1, or a column the query does not have throws
/// `SQLFault.unreadable`, so a damaged row is never guessed at.
package protocol SQLRow: AnyObject {
    /// Whether the column is NULL. True also of a column the query does not have.
    func isNull(_ column: Int) -> Bool

    /// A BIGINT.
    func integer(_ column: Int) throws -> Int64
    /// A BIGINT, or nil for NULL.
    func integerOrNull(_ column: Int) throws -> Int64?

    /// A DOUBLE PRECISION; a whole number computed by the query is read as one too.
    func real(_ column: Int) throws -> Double
    /// As `real`, or nil for NULL.
    func realOrNull(_ column: Int) throws -> Double?

    /// A TEXT, byte for byte as it was bound.
    func text(_ column: Int) throws -> String
    /// A TEXT, or nil for NULL.
    func textOrNull(_ column: Int) throws -> String?

    /// A BLOB or BYTEA.
    func bytes(_ column: Int) throws -> [UInt8]
    /// A BLOB or BYTEA, or nil for NULL.
    func bytesOrNull(_ column: Int) throws -> [UInt8]?

    /// The value as it could be bound, whatever its kind.
    func value(_ column: Int) throws -> SQLValue

    /// The text's bytes where the engine holds them, uncopied and unchecked, for writing straight into a page. They
    /// are gone when `body` returns. Throws on NULL; an empty text is an empty buffer.
    func withUTF8<R>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) throws -> R
}

extension SQLRow {
    /// A BIGINT that fits an `Int`.
    package func int(_ column: Int) throws -> Int {
        guard let value = Int(exactly: try integer(column)) else { throw SQLFault.unreadable(column: column) }
        return value
    }

    /// A BIGINT that fits an `Int`, or nil for NULL.
    package func intOrNull(_ column: Int) throws -> Int? {
        guard let value = try integerOrNull(column) else { return nil }
        guard let int = Int(exactly: value) else { throw SQLFault.unreadable(column: column) }
        return int
    }

    /// A yes/no, kept as 1 or 0.
    package func flag(_ column: Int) throws -> Bool {
        switch try integer(column) {
        case 0: false
        case 1: true
        default: throw SQLFault.unreadable(column: column)
        }
    }

    /// A yes/no, or nil for NULL.
    package func flagOrNull(_ column: Int) throws -> Bool? {
        if try integerOrNull(column) == nil { nil } else { try flag(column) }
    }
}
