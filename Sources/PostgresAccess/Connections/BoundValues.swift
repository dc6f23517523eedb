import SQLAccess

/// The values of a statement in the server's binary form. NULL is written into the statement's text and sent by nobody.
struct BoundValues {
    private var bytes: [UInt8] = []
    private var spans: [Range<Int>] = []

    /// What each value of the query is, NULL included; part of what tells statements apart.
    private(set) var kinds: [UInt8] = []
    /// The server's numbers of the types, without the NULLs.
    private(set) var types: [UInt32] = []

    /// How many are sent.
    var count: Int { spans.count }

    /// Throws `SQLFault.unstorable` for one that the server would not give back as it came.
    init(_ values: [SQLValue]) throws(SQLFault) {
        for (index, value) in values.enumerated() {
            switch value {
            case .null: kinds.append(0)
            case .integer(let number): add(Self.bigEndian(UInt64(bitPattern: number)), .int8, kind: 1)
            case .real(let number):
                guard !number.isNaN else { throw .unstorable(parameter: index + 1) }
                add(Self.bigEndian(number.bitPattern), .float8, kind: 2)
            case .text(let text):
                let start = bytes.count
                bytes.append(contentsOf: text.utf8)
                guard !bytes[start...].contains(0) else { throw .unstorable(parameter: index + 1) }
                note(start, .text, kind: 3)
            case .blob(let blob): add(blob, .bytea, kind: 4)
            }
        }
        // So that an empty value at the end has an address too: none would mean NULL.
        bytes.append(0)
    }

    /// Lends what libpq takes, for as long as `body` runs.
    func withPointers<R>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> R
    ) -> R {
        bytes.withUnsafeBytes { raw in
            let start = raw.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers: [UnsafePointer<CChar>?] = spans.map { span in start.map { $0 + span.lowerBound } }
            let lengths = spans.map { CInt($0.count) }
            let formats = Array(repeating: CInt(1), count: spans.count)
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }

    private mutating func add(_ value: [UInt8], _ type: PostgresType, kind: UInt8) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        note(start, type, kind: kind)
    }

    private mutating func note(_ start: Int, _ type: PostgresType, kind: UInt8) {
        spans.append(start..<bytes.count)
        types.append(type.rawValue)
        kinds.append(kind)
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}
