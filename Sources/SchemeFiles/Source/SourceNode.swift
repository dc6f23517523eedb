/// A value of a YAML file with the place it was written at.
struct SourceNode: Sendable {
    var place: SourcePlace
    var content: Content

    enum Content: Sendable {
        /// Nothing was written after the key, or `null` or `~`.
        case nothing
        /// Text in Unicode normalization form C. Numbers, days and yes or no are text until something asks for them.
        case text(String)
        case list([SourceNode])
        case mapping([SourceEntry])
    }

    /// What a message calls it.
    var kindWords: String {
        switch content {
        case .nothing: "nothing"
        case .text: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }

    var isNothing: Bool {
        guard case .nothing = content else { return false }
        return true
    }

    /// A list or mapping with nothing in it.
    var isEmptyCollection: Bool {
        switch content {
        case .list(let items): items.isEmpty
        case .mapping(let entries): entries.isEmpty
        case .nothing, .text: false
        }
    }

    /// The entries of a mapping; `nil` for anything else.
    var entries: [SourceEntry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The value of a key, when this is a mapping that has it.
    subscript(key: String) -> SourceNode? {
        entries?.first { $0.key == key }?.value
    }
}

/// One key of a mapping and its value.
struct SourceEntry: Sendable {
    var key: String
    var place: SourcePlace
    var value: SourceNode
}
