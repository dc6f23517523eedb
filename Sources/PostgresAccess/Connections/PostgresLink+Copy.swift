import CPostgres
import SQLAccess

extension PostgresLink {
    /// Sends rows in the server's binary form of COPY.
    func copy(_ rows: [[SQLValue]], into table: String, columns: [String]) throws(SQLFault) {
        _ = try result(
            PQexec(handle, "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"),
            wanted: PGRES_COPY_IN)
        var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        var fault: SQLFault?
        for row in rows where fault == nil {
            append(UInt64(row.count), bytes: 2, to: &bytes)
            for (index, value) in row.enumerated() {
                if !append(value, to: &bytes) { fault = .unstorable(parameter: index + 1) }
            }
            if bytes.count > 1 << 16 { send(&bytes) }
        }
        append(UInt64(bitPattern: -1), bytes: 2, to: &bytes)
        send(&bytes)
        PQputCopyEnd(handle, fault == nil ? nil : "a value cannot be stored")
        var refusal: SQLFault?
        while let found = PQgetResult(handle) {
            do throws(SQLFault) { _ = try result(found) } catch { refusal = error }
        }
        if let fault = fault ?? refusal { throw fault }
    }

    private func send(_ bytes: inout [UInt8]) {
        // What could not be sent shows in the result.
        bytes.withUnsafeBytes { raw in
            _ = PQputCopyData(handle, raw.assumingMemoryBound(to: CChar.self).baseAddress, CInt(raw.count))
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// False for a value that the server would not give back as it came.
    private func append(_ value: SQLValue, to bytes: inout [UInt8]) -> Bool {
        switch value {
        case .null: append(UInt64(bitPattern: -1), bytes: 4, to: &bytes)
        case .integer(let number):
            append(8, bytes: 4, to: &bytes)
            append(UInt64(bitPattern: number), bytes: 8, to: &bytes)
        case .real(let number):
            guard !number.isNaN else { return false }
            append(8, bytes: 4, to: &bytes)
            append(number.bitPattern, bytes: 8, to: &bytes)
        case .text(let text):
            guard !text.utf8.contains(0) else { return false }
            append(UInt64(text.utf8.count), bytes: 4, to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            append(UInt64(blob.count), bytes: 4, to: &bytes)
            bytes.append(contentsOf: blob)
        }
        return true
    }

    /// The lowest bytes of a number, the highest of them first.
    private func append(_ number: UInt64, bytes count: Int, to bytes: inout [UInt8]) {
        for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
