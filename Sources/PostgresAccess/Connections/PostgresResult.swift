import CPostgres

/// What the server answered, kept until nobody reads it any more.
final class PostgresResult {
    let handle: OpaquePointer
    let rows: Int
    let columns: Int

    init(_ handle: OpaquePointer) {
        self.handle = handle
        rows = Int(PQntuples(handle))
        columns = Int(PQnfields(handle))
    }

    deinit {
        PQclear(handle)
    }

    /// How many rows a change inserted, updated or deleted; 0 for anything else.
    var changes: Int {
        guard let status = PQcmdStatus(handle), let count = PQcmdTuples(handle) else { return 0 }
        switch UInt8(bitPattern: status.pointee) {
        case UInt8(ascii: "I"), UInt8(ascii: "U"), UInt8(ascii: "D"): return Int(String(cString: count)) ?? 0
        default: return 0
        }
    }

    /// The bytes of a value, as the server sent them.
    func bytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        let length = Int(PQgetlength(handle, CInt(row), CInt(column)))
        let start = UnsafeRawPointer(PQgetvalue(handle, CInt(row), CInt(column)))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: length)
    }

    /// A field of the server's error.
    func error(_ field: Character) -> String {
        guard let code = field.asciiValue, let text = PQresultErrorField(handle, CInt(code)) else { return "" }
        return String(cString: text)
    }
}
