import Domain

/// Reads single values, and says what was expected where something else stands.
struct ValueReading {
    let log: DiagnosticLog

    private func expected(_ what: String, _ node: SourceNode) {
        let found = node.text.map(Wording.quoted) ?? node.kindWords
        log.error(node.place, "expected \(what); found \(found)")
    }

    /// Any text.
    func string(_ node: SourceNode?, _ what: String = "text") -> String? {
        guard let node else { return nil }
        guard let text = node.text else {
            expected(what, node)
            return nil
        }
        return text
    }

    /// Text for people: one string, or a mapping of language to string with English in it.
    func words(_ node: SourceNode?) -> String? {
        guard let node else { return nil }
        guard let entries = node.entries else {
            guard let text = string(node, "text, or a mapping of languages such as {en: …, cy: …}") else { return nil }
            if text.allSatisfy(\.isWhitespace) { log.error(node.place, "this text is empty") }
            return text
        }
        var english: String?
        for entry in entries {
            let isLanguage = entry.key.utf8.count == 2 && entry.key.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            if !isLanguage {
                log.error(
                    entry.place, "\(Wording.quoted(entry.key)) is not a language code of two letters, such as `en`")
            }
            let text = string(entry.value)
            if entry.key == "en" { english = text }
        }
        if english == nil { log.error(node.place, "text in several languages needs `en`") }
        return english
    }

    /// An id in kebab-case.
    func id(_ node: SourceNode?, _ what: String) -> String? {
        guard let node, let text = string(node, "the id of \(what)") else { return nil }
        return checkedID(text, node.place) ? text : nil
    }

    /// Reports text that cannot be an id.
    func checkedID(_ text: String, _ place: SourcePlace) -> Bool {
        let letters = Array(text.utf8)
        let isID =
            letters.count <= 60 && letters.first.map { (0x61...0x7A).contains($0) } ?? false
            && letters.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isID {
            log.error(
                place,
                "\(Wording.quoted(text)) is not an id: use small letters, digits and dashes, starting with a letter")
        }
        return isID
    }

    /// A whole number in a range.
    func whole(_ node: SourceNode?, _ range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard let text = node.text, text.utf8.count <= 18, let number = Int(text), range.contains(number) else {
            expected("a whole number from \(range.lowerBound) to \(range.upperBound)", node)
            return nil
        }
        return number
    }

    /// A number with up to three decimals.
    func quantity(_ node: SourceNode?) -> Quantity? {
        guard let node else { return nil }
        guard let number = node.text.flatMap({ Quantity($0) }) else {
            expected("a number with at most three decimals", node)
            return nil
        }
        return number
    }

    /// `true` or `false`; `yes` and `no` are read as well.
    func flag(_ node: SourceNode?) -> Bool? {
        guard let node else { return nil }
        switch node.text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            expected("`true` or `false`", node)
            return nil
        }
    }

    /// For keys that are only ever written to switch something on.
    func onlyTrue(_ node: SourceNode?) -> Bool {
        guard let node, let flag = flag(node) else { return false }
        if !flag { log.error(node.place, "leave this out instead of writing `false`") }
        return flag
    }

    func day(_ node: SourceNode?) -> Day? {
        guard let node else { return nil }
        guard let day = node.text.flatMap({ Day($0) }) else {
            expected("a day such as 2013-05-02", node)
            return nil
        }
        return day
    }

    func time(_ node: SourceNode?) -> TimeOfDay? {
        guard let node else { return nil }
        guard let time = node.text.flatMap({ TimeOfDay($0) }) else {
            expected("a time such as \"20:00\"", node)
            return nil
        }
        return time
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(
        _ node: SourceNode?, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let node else { return nil }
        if let word = node.text.flatMap({ Word(rawValue: $0) }) { return word }
        let all = Word.allCases.map(\.rawValue)
        let guess = node.text.map { Wording.guess($0, among: all) } ?? ""
        expected(Wording.oneOf(all) + guess, node)
        return nil
    }

    /// The items of a list.
    func list(_ node: SourceNode?, most: Int = SourceLimits.parts) -> [SourceNode] {
        guard let node else { return [] }
        guard case .list(let items) = node.content else {
            expected("a list", node)
            return []
        }
        return limited(items, most, node.place)
    }

    /// The items of a list, or the one value that stands in its place.
    func oneOrMore(_ node: SourceNode?, most: Int = SourceLimits.parts) -> [SourceNode] {
        guard let node else { return [] }
        guard case .list(let items) = node.content else { return [node] }
        if items.isEmpty { log.error(node.place, "this list is empty") }
        return limited(items, most, node.place)
    }

    /// The entries of a mapping of ids to definitions.
    func parts(_ node: SourceNode?, _ what: String, most: Int = SourceLimits.parts) -> [SourceEntry] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            expected("a mapping of ids to \(what)", node)
            return []
        }
        return limited(entries, most, node.place)
    }

    private func limited<Item>(_ items: [Item], _ most: Int, _ place: SourcePlace) -> [Item] {
        guard items.count > most else { return items }
        log.error(place, "there are \(items.count) of these; at most \(most) are allowed")
        return Array(items.prefix(most))
    }
}
