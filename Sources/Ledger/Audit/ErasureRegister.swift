/// What the database says was erased, and by which act. Alone it proves nothing: an audit holds every line of it against
/// what the entry of that act committed to.
package struct ErasureRegister: Sendable {
    struct Entry: Hashable {
        let position: Int64
        let by: Int64
    }

    struct Event: Hashable {
        let id: String
        let by: Int64
    }

    private(set) var entries: Set<Entry> = []
    private(set) var events: Set<Event> = []
    private(set) var positions: Set<Int64> = []
    private(set) var eventIDs: Set<String> = []

    package init() {}

    /// The content of the entry at `position` was erased by the act at `by`.
    package mutating func add(entry position: Int64, erasedBy by: Int64) {
        entries.insert(Entry(position: position, by: by))
        positions.insert(position)
    }

    /// The event was erased by the act at `by`.
    package mutating func add(event id: String, erasedBy by: Int64) {
        events.insert(Event(id: id, by: by))
        eventIDs.insert(id)
    }

    /// Everything that one act says it erased.
    mutating func add(_ content: EntryContent, by position: Int64) {
        for erased in content.erasedEntries { add(entry: erased, erasedBy: position) }
        for erased in content.erasedEvents { add(event: erased, erasedBy: position) }
    }

    /// What stands here and not in `other`, the lowest first.
    func subtracting(_ other: ErasureRegister) -> (entries: [Entry], events: [Event]) {
        (
            entries.subtracting(other.entries).sorted { ($0.position, $0.by) < ($1.position, $1.by) },
            events.subtracting(other.events).sorted { ($0.id, $0.by) < ($1.id, $1.by) }
        )
    }
}
