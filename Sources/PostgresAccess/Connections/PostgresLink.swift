import CPostgres
import SQLAccess

/// An open connection to the server and the statements it keeps ready there.
final class PostgresLink {
    let handle: OpaquePointer
    private var statements = StatementBook()
    /// Whether a table has changed under a statement that was kept ready.
    private var isOutdated = false

    /// Connects. Throws `SQLFault.unreachable`, or `PostgresRefusal` for an address that cannot be read.
    init(address: String) throws {
        try Self.mustBeReadable(address)
        // What stands before the address is overridden by it, what stands after overrides it.
        let settings: [(String, String)] = [
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "15000"), ("fallback_application_name", "throughcare"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        let connection = Self.withStrings(settings.map(\.0)) { names in
            Self.withStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let connection else { throw SQLFault.other(code: "memory", message: "out of memory") }
        handle = connection
        guard PQstatus(handle) == CONNECTION_OK else { throw SQLFault.unreachable }
    }

    private static func mustBeReadable(_ address: String) throws(PostgresRefusal) {
        var message: UnsafeMutablePointer<CChar>?
        if let settings = PQconninfoParse(address, &message) { return PQconninfoFree(settings) }
        defer { PQfreemem(message) }
        let why = message.map { String(cString: $0).split(separator: "\n").joined(separator: " ") } ?? ""
        throw .address(why)
    }

    deinit {
        PQfinish(handle)
    }

    /// Whether the connection is known to be gone, or no longer to be used.
    var isLost: Bool { isOutdated || PQstatus(handle) != CONNECTION_OK }

    /// Whether what is said is encrypted.
    var isEncrypted: Bool { PQsslInUse(handle) == 1 }

    /// A setting of the connection as libpq settled it: `host`, `sslmode` …
    func setting(_ name: String) -> String {
        guard let all = PQconninfo(handle) else { return "" }
        defer { PQconninfoFree(all) }
        var one = all
        while let keyword = one.pointee.keyword {
            if String(cString: keyword) == name { return one.pointee.val.map { String(cString: $0) } ?? "" }
            one += 1
        }
        return ""
    }

    /// Runs `body` beside whoever else writes.
    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try control("BEGIN")
        return try transaction(body)
    }

    /// Runs a write that met another once its turn has come among those that did, so that each gets through in the end.
    func writeAgain<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        // Before the transaction: its snapshot must be taken after the turn has come.
        try control("SELECT pg_advisory_lock(\(SQLTurn.again.lock))")
        defer { release(.again) }
        return try write(body)
    }

    /// Runs `body` when nobody else's turn of that name runs. Each of its statements sees what was committed before the
    /// statement began.
    func write<T>(in turn: SQLTurn, _ body: (any SQLConnection) throws -> T) throws -> T {
        try control("BEGIN ISOLATION LEVEL READ COMMITTED")
        try control("SELECT pg_advisory_xact_lock(\(turn.lock))")
        // An index over many rows takes as long as it takes.
        if turn == .migration { try control("SET LOCAL statement_timeout = 0") }
        return try transaction(in: turn, body)
    }

    /// Lends the connection to `body` within the transaction that has begun, and commits it.
    func transaction<T>(in turn: SQLTurn? = nil, _ body: (any SQLConnection) throws -> T) throws -> T {
        let connection = PostgresConnection(self, turn: turn)
        defer { connection.end() }
        let value: T
        do {
            value = try body(connection)
            if let fault = connection.fault { throw fault }
        } catch {
            if !isLost { try control("ROLLBACK") }
            // What the body made of the fault of a transaction that was lost to another does not count.
            if connection.fault == .serialization { throw SQLFault.serialization }
            if isLost { throw SQLFault.unreachable }
            throw error
        }
        do {
            try control("COMMIT")
        } catch SQLFault.unreachable {
            // It was asked to commit and did not answer.
            throw SQLFault.io
        }
        return value
    }

    /// Says a word of the driver's own.
    func control(_ words: String) throws(SQLFault) {
        _ = try result(PQexec(handle, words))
    }

    /// The rows of a query of the driver's own, as texts.
    func texts(_ words: String) throws(SQLFault) -> [[String]] {
        let found = try result(PQexec(handle, words))
        return (0..<found.rows).map { row in
            (0..<found.columns).map { String(decoding: found.bytes(row, $0), as: UTF8.self) }
        }
    }

    /// Gives a turn back that was taken outside a transaction.
    private func release(_ turn: SQLTurn) {
        // A connection that is lost has given it back already.
        do { try control("SELECT pg_advisory_unlock(\(turn.lock))") } catch {}
    }

    /// Runs one statement to its end.
    func execute(_ query: SQLQuery) throws(SQLFault) -> PostgresResult {
        let values = try BoundValues(query.values)
        let statement = try statement(for: query, values)
        let found = values.withPointers { pointers, lengths, formats in
            PQexecPrepared(handle, statement, CInt(values.count), pointers, lengths, formats, 1)
        }
        return try result(found)
    }

    /// The name of the statement as the server keeps it ready.
    private func statement(for query: SQLQuery, _ values: BoundValues) throws(SQLFault) -> String {
        let key = StatementBook.Key(text: query.text, kinds: values.kinds)
        if let kept = statements.name(of: key) { return kept }
        if let oldest = statements.oldestToDrop() { try control("DEALLOCATE \(oldest)") }
        let name = statements.nextName()
        let types = values.types
        let prepared = types.withUnsafeBufferPointer { types in
            PQprepare(handle, name, StatementBook.numbered(key), CInt(types.count), types.baseAddress)
        }
        _ = try result(prepared)
        statements.keep(key, as: name)
        return name
    }

    /// Takes what the server answered. Throws what it refused.
    func result(
        _ found: OpaquePointer?, wanted: ExecStatusType = PGRES_COMMAND_OK
    ) throws(SQLFault) -> PostgresResult {
        guard let found else { throw isLost ? .unreachable : .other(code: "memory", message: "out of memory") }
        let result = PostgresResult(found)
        switch PQresultStatus(found) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, wanted: return result
        default:
            // Feature not supported: a plan that was kept ready would answer otherwise now. A fresh connection has none.
            if result.error("C") == "0A000" { isOutdated = true }
            throw isLost ? .unreachable : SQLFault(result)
        }
    }

    /// Lends a list of C strings, ended as C ends it.
    private static func withStrings<R>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R
    ) -> R {
        let copies = strings.map { string in
            let bytes = string.utf8CString
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            for (place, byte) in bytes.enumerated() { (copy + place).initialize(to: byte) }
            return copy
        }
        defer { for copy in copies { copy.deallocate() } }
        let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
        return pointers.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("the list ends with nil") }
            return body(start)
        }
    }
}
