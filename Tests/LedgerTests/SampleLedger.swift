import Domain

@testable import Ledger

/// A synthetic ledger of 300 entries with events, two erasures and four signed checkpoints, as a store would hold it.
/// Of some events only the day is known.
struct SampleLedger {
    static let sizes: [Int64] = [100, 200, 250, 300]

    let signer: CheckpointSigner
    var entries: [StoredEntry] = []
    var events: [String: StoredEvent] = [:]
    var checkpoints: [StoredCheckpoint] = []
    var register: [(position: Int64, by: Int64)] = []
    var eventRegister: [(id: String, by: Int64)] = []
    /// The events still there, and the entry that named each.
    var living: [String: Int64] = [:]

    init(_ dice: inout Dice) throws {
        signer = try CheckpointSigner(name: "sample.example", privateKey: dice.bytes(32))
        for position in 0..<Int64(300) { try write(position, &dice) }
        for size in Self.sizes { checkpoints.append(StoredCheckpoint(size: size, note: try note(size: size))) }
    }

    func note(size: Int64) throws -> String {
        let root = merkleRoot(entries.prefix(Int(size)).map { LedgerHash.leaf($0.entry) })
        return try signer.sign(Checkpoint(origin: "sample.example/ledger", size: size, root: root)).note
    }

    private mutating func write(_ position: Int64, _ dice: inout Dice) throws {
        var kind = LedgerKind.consultation
        var content = EntryContent()
        if position == 180 || position == 270 {
            kind = .erasure
            let erased = [position - 31, position - 77]
            let gone = Array(living.keys.sorted().shuffled(using: &dice).prefix(2))
            for old in erased { entries[Int(old)].erase() }
            for id in gone {
                events[id]?.salt = nil
                events[id]?.sections = []
                living[id] = nil
            }
            register += erased.map { ($0, position) }
            eventRegister += gone.map { ($0, position) }
            content = EntryContent(erasedEntries: erased, erasedEvents: gone)
        } else if position.isMultiple(of: 4) {
            kind = .collection
            var named: [EntryContent.NamedEvent] = []
            for number in 0...dice.number(below: 2) {
                let event = Self.event(id: "E\(position)-\(number)", position, &dice)
                named.append(.init(id: event.id, digest: event.digest ?? .ofEmptyTree))
                events[event.id] = event
                living[event.id] = position
            }
            content = EntryContent(events: named)
        }
        let salt = dice.bytes(16)
        let people: CanonicalJSON = [.string("SAMPLE-\(position)")]
        let text = CanonicalJSON.object(CanonicalObject(content.members + [("people", people)])).bytes
        let entry = try LedgerEntry(
            position: position, at: 1_760_000_000_000 + position, kind: kind, actor: "W\(position % 7)",
            session: "S\(position % 11)", role: "custody/officer", agency: "north", purpose: "care", outcome: "shown",
            commitment: Commitment.hash(salt: salt, content: text))
        entries.append(
            StoredEntry(
                position: position, entry: entry.bytes, leafHash: entry.leafHash.bytes, salt: salt, content: text))
    }

    private static func event(id: String, _ position: Int64, _ dice: inout Dice) -> StoredEvent {
        StoredEvent(
            id: id, salt: dice.bytes(16), subject: "P\(position % 9)", type: "core/test", version: "7", act: "record",
            reason: position.isMultiple(of: 3) ? "a slip" : nil, supersedes: position.isMultiple(of: 8) ? "E0" : nil,
            occurredAt: position, occurredOn: position.isMultiple(of: 12) ? "2025-10-\(10 + position % 20)" : nil,
            knownAt: position + 1, recordedAt: position + 2, by: "W1", agency: "north",
            sections: [("custody", "{\"cell\":\(position)}"), ("tests", #"{"drugs":["opiates"]}"#)])
    }

    /// What an audit of all this finds.
    func verdict(keys: [CheckpointKey]? = nil) -> LedgerVerdict {
        var erasures = ErasureRegister()
        for (position, by) in register { erasures.add(entry: position, erasedBy: by) }
        for (id, by) in eventRegister { erasures.add(event: id, erasedBy: by) }
        var audit = LedgerAudit(checkpoints: checkpoints, keys: keys ?? [signer.key], register: erasures)
        for entry in entries {
            for event in audit.add(entry) { audit.check(event, at: entry.position, stored: events[event.id]) }
        }
        for event in events.values.sorted(by: { $0.id < $1.id }) {
            audit.add(storedEvent: event.id, isErased: event.salt == nil)
        }
        return audit.finish()
    }
}

extension StoredEntry {
    mutating func erase() {
        salt = nil
        content = nil
    }
}
