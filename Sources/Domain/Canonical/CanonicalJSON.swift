/// A JSON value that has exactly one text: what is hashed and committed must be rebuilt byte for byte by anybody.
///
/// Keys stand in the order of their UTF-8 bytes, each once; no space anywhere; numbers are whole, from Int64's lowest to
/// its highest; text is escaped only where JSON demands it. Python's `json.dumps(value, ensure_ascii=False,
/// sort_keys=True, separators=(",", ":"))` writes the same bytes. Values are compared as those bytes are, so text of
/// another Unicode form is another value.
package enum CanonicalJSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([CanonicalJSON])
    case object(CanonicalObject)

    /// The value of `key`, when this is an object that has it.
    package subscript(key: String) -> CanonicalJSON? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// The canonical text, in UTF-8.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        append(to: &bytes)
        return bytes
    }

    /// The canonical text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension CanonicalJSON: Equatable {
    package static func == (one: CanonicalJSON, other: CanonicalJSON) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.array(let one), .array(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }
}

extension CanonicalJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: CanonicalJSON...) { self = .array(elements) }
    package init(dictionaryLiteral members: (String, CanonicalJSON)...) { self = .object(CanonicalObject(members)) }
}
