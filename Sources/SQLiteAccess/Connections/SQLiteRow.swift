import GRDB
import GRDBSQLite
import SQLAccess

/// The row a statement stands on, read straight from SQLite's own memory.
final class SQLiteRow: SQLRow {
    /// Nil once the query has ended.
    private var handle: SQLiteStatement?

    init(_ handle: SQLiteStatement) {
        self.handle = handle
    }

    /// Ends the row's life; a read of it afterwards throws.
    func end() {
        handle = nil
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, CInt(truncatingIfNeeded: column)) == SQLITE_NULL
    }

    func integer(_ column: Int) throws -> Int64 {
        guard try type(column) == SQLITE_INTEGER else { throw SQLFault.unreadable(column: column) }
        return sqlite3_column_int64(handle, CInt(truncatingIfNeeded: column))
    }

    func integerOrNull(_ column: Int) throws -> Int64? {
        try type(column) == SQLITE_NULL ? nil : try integer(column)
    }

    func real(_ column: Int) throws -> Double {
        switch try type(column) {
        case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(handle, CInt(truncatingIfNeeded: column))
        default: throw SQLFault.unreadable(column: column)
        }
    }

    func realOrNull(_ column: Int) throws -> Double? {
        try type(column) == SQLITE_NULL ? nil : try real(column)
    }

    func text(_ column: Int) throws -> String {
        let text = try withUTF8(column) { String(validating: $0, as: UTF8.self) }
        guard let text else { throw SQLFault.unreadable(column: column) }
        return text
    }

    func textOrNull(_ column: Int) throws -> String? {
        try type(column) == SQLITE_NULL ? nil : try text(column)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        guard try type(column) == SQLITE_BLOB else { throw SQLFault.unreadable(column: column) }
        let index = CInt(truncatingIfNeeded: column)
        // No address is how SQLite hands out an empty blob.
        guard let start = sqlite3_column_blob(handle, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    }

    func bytesOrNull(_ column: Int) throws -> [UInt8]? {
        try type(column) == SQLITE_NULL ? nil : try bytes(column)
    }

    func value(_ column: Int) throws -> SQLValue {
        switch try type(column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(try integer(column))
        case SQLITE_FLOAT: .real(try real(column))
        case SQLITE_TEXT: .text(try text(column))
        default: .blob(try bytes(column))
        }
    }

    func withUTF8<R>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) throws -> R {
        let index = CInt(truncatingIfNeeded: column)
        guard try type(column) == SQLITE_TEXT, let start = sqlite3_column_text(handle, index) else {
            throw SQLFault.unreadable(column: column)
        }
        return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    }

    /// The storage class of the column, once it is known that the query has it.
    private func type(_ column: Int) throws -> CInt {
        guard let handle, column >= 0, column < sqlite3_data_count(handle) else {
            throw SQLFault.unreadable(column: column)
        }
        return sqlite3_column_type(handle, CInt(truncatingIfNeeded: column))
    }
}
