/// The members of a JSON object, in the order of their keys' UTF-8 bytes, each key once.
package struct CanonicalObject: Sendable {
    /// One member.
    package struct Member: Sendable {
        package let key: String
        package let value: CanonicalJSON
    }

    /// The members, in order.
    package let members: [Member]

    /// Puts the members in order. Where a key comes twice the later value stands.
    package init(_ pairs: some Sequence<(String, CanonicalJSON)>) {
        var members: [Member] = []
        members.reserveCapacity(pairs.underestimatedCount)
        for (key, value) in pairs {
            let member = Member(key: key, value: value)
            let (place, isThere) = Self.place(of: key, in: members)
            if isThere { members[place] = member } else { members.insert(member, at: place) }
        }
        self.members = members
    }

    /// Reads a canonical text that is an object. Nil for any other; where it matters why, ask `CanonicalJSON.parse`.
    package init?(canonical bytes: [UInt8]) {
        do {
            guard case .object(let object) = try CanonicalJSON.parse(bytes) else { return nil }
            self = object
        } catch {
            return nil
        }
    }

    /// The parser has already seen that the keys rise.
    init(rising members: [Member]) { self.members = members }

    /// The value of `key`, whose bytes must be the same.
    package subscript(key: String) -> CanonicalJSON? {
        let (place, isThere) = Self.place(of: key, in: members)
        return isThere ? members[place].value : nil
    }

    private static func place(of key: String, in members: [Member]) -> (place: Int, isThere: Bool) {
        if let last = members.last, precedes(last.key, key) { return (members.count, false) }
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return (low, low < members.count && members[low].key.utf8.elementsEqual(key.utf8))
    }

    static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }
}

extension CanonicalObject: Equatable {
    package static func == (one: CanonicalObject, other: CanonicalObject) -> Bool {
        one.members.elementsEqual(other.members) { $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value }
    }
}
