/// Which statements the server keeps ready for one connection. It is bounded, because a condition put together from parts
/// has many texts.
struct StatementBook {
    /// A statement is planned for the kinds of its values.
    struct Key: Hashable {
        let text: String
        let kinds: [UInt8]
    }

    private var names: [Key: (name: String, lastUse: Int)] = [:]
    private var uses = 0
    private var made = 0
    private let limit = 500

    mutating func name(of key: Key) -> String? {
        uses += 1
        names[key]?.lastUse = uses
        return names[key]?.name
    }

    /// The one used longest ago, forgotten here, when there is no room for another.
    mutating func oldestToDrop() -> String? {
        guard names.count >= limit, let oldest = names.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        names[oldest.key] = nil
        return oldest.value.name
    }

    mutating func nextName() -> String {
        made += 1
        return "s\(made)"
    }

    mutating func keep(_ key: Key, as name: String) {
        names[key] = (name, uses)
    }

    /// The text with its placeholders numbered, and NULL where that is the value.
    static func numbered(_ key: Key) -> String {
        var text = ""
        text.reserveCapacity(key.text.utf8.count + 2 * key.kinds.count)
        var kinds = key.kinds.makeIterator()
        var number = 0
        for character in key.text.unicodeScalars {
            guard character == "?" else {
                text.unicodeScalars.append(character)
                continue
            }
            if kinds.next() == 0 {
                text += "NULL"
            } else {
                number += 1
                text += "$\(number)"
            }
        }
        return text
    }
}
