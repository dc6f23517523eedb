import GRDB
import GRDBSQLite
import SQLAccess

extension SQLFault {
    /// The fault of the statement that has just failed on this connection. Its message is left out where SQLite might
    /// put a bound value in it.
    init(lastOf database: Database) {
        let code = sqlite3_extended_errcode(database.sqliteConnection)
        let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) } ?? ""
        if code & 0xFF == SQLITE_CONSTRAINT {
            self = Self.constraint(code: code, message: message, in: database)
        } else {
            self.init(code: code, message: String(cString: sqlite3_errstr(code)))
        }
    }

    /// The fault behind an error of ours, or of GRDB while it opened a connection or planned a statement, which is
    /// before any value is bound.
    init(from error: any Error) {
        switch error {
        case let fault as SQLFault: self = fault
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .other(code: "unknown", message: "\(type(of: error))")
        }
    }

    private init(code: CInt, message: String) {
        switch (code & 0xFF, code) {
        case (_, SQLITE_IOERR | (12 << 8)): self = .other(code: "\(code)", message: "out of memory")
        case (_, SQLITE_BUSY | (2 << 8)): self = .serialization
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): self = .busy
        case (SQLITE_FULL, _): self = .full
        case (SQLITE_IOERR, _): self = .io
        case (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _): self = .corrupt
        case (SQLITE_READONLY, _): self = .readOnly
        default: self = .other(code: "\(code)", message: message)
        }
    }

    private static func constraint(code: CInt, message: String, in database: Database) -> SQLFault {
        let rule = message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        switch DatabaseError(resultCode: ResultCode(rawValue: code)).extendedResultCode {
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .constraint(kind: .unique, name: UniqueRule(reported: rule).primaryKeyName)
        case .SQLITE_CONSTRAINT_UNIQUE:
            return .constraint(kind: .unique, name: UniqueRule(reported: rule).indexName(in: database))
        case .SQLITE_CONSTRAINT_CHECK: return .constraint(kind: .check, name: rule)
        case .SQLITE_CONSTRAINT_NOTNULL: return .constraint(kind: .notNull, name: rule)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .constraint(kind: .foreignKey, name: "")
        case .SQLITE_CONSTRAINT_TRIGGER: return .constraint(kind: .trigger, name: message)
        default: return .constraint(kind: .other, name: "")
        }
    }
}
