import GRDB
import GRDBSQLite
import SQLAccess

/// A statement kept ready on one connection.
final class PreparedStatement {
    /// GRDB finalises the handle when this is released.
    private let statement: Statement

    /// Whether a query is standing on it, so that the same text nested inside needs another.
    private(set) var isInUse = false

    /// The connection's count of uses when this was last used: the smallest is dropped first.
    private(set) var lastUse = 0

    init(_ text: String, in database: Database) throws {
        statement = try database.makeStatement(sql: text)
    }

    var handle: SQLiteStatement { statement.sqliteStatement }

    func use(as count: Int) {
        isInUse = true
        lastUse = count
    }

    /// Ends its run and lets go of what was bound.
    func release() {
        // The result repeats the error of the last step, which has been thrown already.
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isInUse = false
    }

    /// Binds `values` in order. Throws `SQLFault.unstorable` for one that SQLite would not give back as it came.
    func bind(_ values: [SQLValue]) throws(SQLFault) {
        guard sqlite3_bind_parameter_count(handle) == values.count else {
            throw .other(code: "\(SQLITE_RANGE)", message: "the statement binds another number of values")
        }
        for (index, value) in values.enumerated() where try bind(value, at: index + 1) != SQLITE_OK {
            throw .other(code: "\(SQLITE_TOOBIG)", message: "value \(index + 1) is too long")
        }
    }

    private func bind(_ value: SQLValue, at parameter: Int) throws(SQLFault) -> CInt {
        let index = CInt(parameter)
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .real(let number):
            guard !number.isNaN else { throw .unstorable(parameter: parameter) }
            return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            // An empty Swift text may have no address, which to SQLite would mean NULL.
            guard !text.isEmpty else { return sqlite3_bind_text(handle, index, "", 0, Self.copied) }
            let result = text.withUTF8 { bytes -> CInt? in
                guard !bytes.contains(0) else { return nil }
                return bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        handle, index, characters.baseAddress, UInt64(characters.count), Self.copied, UInt8(SQLITE_UTF8)
                    )
                }
            }
            guard let result else { throw .unstorable(parameter: parameter) }
            return result
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.copied)
        }
    }

    /// SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
