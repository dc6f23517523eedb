/// Reads the keys of one mapping: what is asked for is known, everything else is a mistake.
///
/// The list of allowed keys is never written down apart from the reading, so the two cannot drift.
final class SourceKeys {
    let place: SourcePlace
    /// What the mapping describes, for messages: "a clock".
    let what: String
    private let entries: [SourceEntry]
    private let log: DiagnosticLog
    private var asked: [String] = []
    private var missing: [(keys: [String], message: String)] = []

    /// Reports anything that is not a mapping.
    init?(_ node: SourceNode, _ what: String, _ log: DiagnosticLog) {
        guard let entries = node.entries else {
            log.error(node.place, "expected \(what), which is a mapping; found \(node.kindWords)")
            return nil
        }
        place = node.place
        self.what = what
        self.entries = entries
        self.log = log
    }

    /// The value of a key; `nil` where the key is missing or nothing is written after it.
    func optional(_ key: String) -> SourceNode? {
        guard let entry = entry(key), !entry.value.isNothing else { return nil }
        return entry.value
    }

    /// The same, and `finish` reports a missing key at the mapping.
    func required(_ key: String) -> SourceNode? {
        guard let entry = entry(key) else {
            missing.append(([key], "\(what) needs the key \(Wording.quoted(key))"))
            return nil
        }
        if entry.value.isNothing {
            log.error(entry.place, "nothing is written after \(Wording.quoted(key))")
            return nil
        }
        return entry.value
    }

    /// The key with its own place, whatever its value.
    func entry(_ key: String) -> SourceEntry? {
        asked.append(key)
        return entries.first { $0.key == key }
    }

    func has(_ key: String) -> Bool { entry(key) != nil }

    /// Of these keys, the one that is written; reports more than one, and none when one is needed.
    func one(of keys: [String], needed: Bool = true) -> SourceEntry? {
        asked += keys
        let found = entries.filter { keys.contains($0.key) }
        if found.isEmpty && needed {
            missing.append((keys, "\(what) needs one of the keys \(Wording.oneOf(keys))"))
        }
        for extra in found.dropFirst() {
            let first = Wording.quoted(found[0].key)
            log.error(extra.place, "\(what) takes only one of \(first) and \(Wording.quoted(extra.key))")
        }
        return found.first
    }

    /// Reports every key that nothing asked for, and what is missing, unless a key that nobody asked for was meant as it.
    func finish() {
        let expected = Set(asked).sorted()
        let unknown = entries.filter { !expected.contains($0.key) }
        let meant = unknown.compactMap { NearestName.of($0.key, among: expected) }
        for gap in missing {
            let isMisspelt = gap.keys.contains(where: meant.contains) || (gap.keys.count > 1 && !unknown.isEmpty)
            if !isMisspelt { log.error(place, gap.message) }
        }
        for entry in unknown {
            let guess = Wording.guess(entry.key, among: expected)
            log.error(
                entry.place,
                "unknown key \(Wording.quoted(entry.key)) in \(what)\(guess); expected one of \(Wording.oneOf(expected))"
            )
        }
    }
}
