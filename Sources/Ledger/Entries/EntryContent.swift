package import Domain
/// What an entry's content says that an audit must understand; whatever else stands in it is the writer's own.
///
/// A write names the events it made, an erasure what it erased:
/// `{"events":[{"digest":"…","id":"…"}]}` and `{"erased":{"entries":[5],"events":["…"]}}`.
package struct EntryContent: Equatable, Sendable {
    /// An event and the digest it had when it was written.
    package struct NamedEvent: Equatable, Sendable {
        package let id: String
        package let digest: LedgerHash

        package init(id: String, digest: LedgerHash) {
            self.id = id
            self.digest = digest
        }
    }

    /// The events written in this act.
    package let events: [NamedEvent]
    /// The positions of the entries whose content this act erased.
    package let erasedEntries: [Int64]
    /// The events this act erased.
    package let erasedEvents: [String]

    package init(events: [NamedEvent] = [], erasedEntries: [Int64] = [], erasedEvents: [String] = []) {
        self.events = events
        self.erasedEntries = erasedEntries
        self.erasedEvents = erasedEvents
    }

    /// The members to put into the entry's content, beside any others: `events` and `erased`, each only when not empty.
    package var members: [(String, CanonicalJSON)] {
        var members: [(String, CanonicalJSON)] = []
        if !erasedEntries.isEmpty || !erasedEvents.isEmpty {
            let entries = CanonicalJSON.array(erasedEntries.map(CanonicalJSON.integer))
            let events = CanonicalJSON.array(erasedEvents.map(CanonicalJSON.string))
            members.append(("erased", ["entries": entries, "events": events]))
        }
        if !events.isEmpty {
            let named = events.map { event -> CanonicalJSON in
                ["digest": .string(event.digest.hex), "id": .string(event.id)]
            }
            members.append(("events", .array(named)))
        }
        return members
    }

    /// Nil when `events` or `erased` has another form.
    package init?(_ object: CanonicalObject) {
        var events: [NamedEvent] = []
        if let named = object["events"] {
            guard case .array(let elements) = named else { return nil }
            for element in elements {
                guard case .string(let id) = element["id"], case .string(let digits) = element["digest"],
                    let digest = LedgerHash(hex: digits)
                else { return nil }
                events.append(NamedEvent(id: id, digest: digest))
            }
        }
        self.events = events
        guard let erased = object["erased"] else {
            erasedEntries = []
            erasedEvents = []
            return
        }
        guard case .array(let entries) = erased["entries"], case .array(let erasedEvents) = erased["events"]
        else { return nil }
        self.erasedEntries = entries.compactMap { if case .integer(let position) = $0 { position } else { nil } }
        self.erasedEvents = erasedEvents.compactMap { if case .string(let id) = $0 { id } else { nil } }
        guard self.erasedEntries.count == entries.count, self.erasedEvents.count == erasedEvents.count
        else { return nil }
    }
}
