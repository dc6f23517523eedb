import Domain
/// Verifies a stored ledger as it streams by: give it every entry in order, check the events each entry names, tell it
/// every stored event's id, and finish. It reads nothing itself, and holds no more than the erasure register, the
/// checkpoints and the ids of events.
///
/// What it cannot see: entries cut from the end that no checkpoint covers and no event is missing from, and a checkpoint
/// removed altogether. That is what witnesses and printed roots are for.
package struct LedgerAudit {
    private var checkpoints: CheckpointAudit
    private let register: ErasureRegister
    private let areSignaturesChecked: Bool
    private var claims = ErasureRegister()
    private var next: Int64 = 0
    private var count: Int64 = 0
    private var named: Set<String> = []
    private var ownFindings: [LedgerFinding] = []

    /// - Parameters:
    ///   - checkpoints: every stored checkpoint, in any order.
    ///   - keys: the ledger's keys, old and new; when empty, signatures are not checked and the verdict says so.
    ///   - register: every line of the erasure register.
    package init(checkpoints: [StoredCheckpoint], keys: [CheckpointKey], register: ErasureRegister) {
        self.checkpoints = CheckpointAudit(checkpoints, keys: keys)
        self.register = register
        areSignaturesChecked = !keys.isEmpty
    }

    /// Takes the next entries, and holds the events that they committed against those that are stored.
    ///
    /// - Parameter events: gives the stored events with these ids, by id.
    package mutating func add(
        _ rows: [StoredEntry], events: (_ ids: [String]) throws -> [String: StoredEvent]
    ) rethrows {
        var read: [(position: Int64, findings: [LedgerFinding], named: [EntryContent.NamedEvent])] = []
        let before = ownFindings
        for row in rows {
            ownFindings = []
            let named = add(row)
            read.append((row.position, ownFindings, named))
        }
        ownFindings = before
        let stored = try events(read.flatMap { $0.named.map(\.id) })
        // What is wrong with an entry is said together with what is wrong with its events.
        for (position, findings, named) in read {
            ownFindings += findings
            for event in named { check(event, at: position, stored: stored[event.id]) }
        }
    }

    /// Takes the next entry, and gives the events it committed: pass each to `check`.
    package mutating func add(_ stored: StoredEntry) -> [EntryContent.NamedEvent] {
        count += 1
        guard stored.position >= next else {
            ownFindings.append(.entryOutOfOrder(stored.position))
            return []
        }
        if stored.position > next { ownFindings.append(.entriesMissing(from: next, through: stored.position - 1)) }
        checkpoints.judge(upTo: stored.position)
        next = stored.position + 1

        let entry = LedgerEntry(canonical: stored.entry)
        if let entry {
            if entry.position != stored.position {
                ownFindings.append(.positionDiffers(stored.position, written: entry.position))
            }
        } else {
            ownFindings.append(.entryNotCanonical(stored.position))
        }
        let leafHash = LedgerHash.leaf(stored.entry)
        let storedHash = LedgerHash(stored.leafHash)
        if storedHash != leafHash { ownFindings.append(.leafHashDiffers(stored.position)) }
        checkpoints.append(stored: storedHash, computed: leafHash)
        return content(of: stored, entry: entry)
    }

    private mutating func content(of stored: StoredEntry, entry: LedgerEntry?) -> [EntryContent.NamedEvent] {
        let position = stored.position
        let isErased = register.positions.contains(position)
        if isErased, stored.salt != nil || stored.content != nil { ownFindings.append(.contentNotErased(position)) }
        guard let salt = stored.salt, let bytes = stored.content else {
            if !isErased { ownFindings.append(.contentMissing(position)) }
            return []
        }
        let isCommitted = entry?.commitment == Commitment.hash(salt: salt, content: bytes)
        if entry != nil, !isCommitted { ownFindings.append(.commitmentDiffers(position)) }
        guard let content = CanonicalObject(canonical: bytes).flatMap(EntryContent.init) else {
            ownFindings.append(.contentNotCanonical(position))
            return []
        }
        if isCommitted, entry?.kind == .erasure { claims.add(content, by: position) }
        return content.events
    }

    /// Holds an event that the entry at `position` committed against the one in the database, if there is one.
    package mutating func check(_ event: EntryContent.NamedEvent, at position: Int64, stored: StoredEvent?) {
        named.insert(event.id)
        let isErased = register.eventIDs.contains(event.id)
        guard let stored, stored.salt != nil else {
            if !isErased {
                ownFindings.append(.eventMissing(position, event: event.id))
            } else if let stored, !stored.sections.isEmpty {
                ownFindings.append(.eventNotErased(position, event: event.id))
            }
            return
        }
        if isErased { ownFindings.append(.eventNotErased(position, event: event.id)) }
        if stored.digest != event.digest { ownFindings.append(.eventDiffers(position, event: event.id)) }
    }

    /// Takes the id of a stored event, once every entry has been added; `isErased` when it has no salt.
    package mutating func add(storedEvent id: String, isErased: Bool) {
        if !named.contains(id), !(isErased && register.eventIDs.contains(id)) { ownFindings.append(.eventUnnamed(id)) }
    }

    /// Takes the position of a content that has no entry.
    package mutating func add(contentWithoutEntry position: Int64) {
        ownFindings.append(.contentWithoutEntry(position))
    }

    /// Ends the audit.
    package consuming func finish() -> LedgerVerdict {
        checkpoints.finish(at: next)
        let unsupported = register.subtracting(claims)
        ownFindings += unsupported.entries.map { .erasureUnsupported($0.position, by: $0.by) }
        ownFindings += unsupported.events.map { .eventErasureUnsupported($0.id, by: $0.by) }
        let unregistered = claims.subtracting(register)
        ownFindings += unregistered.entries.map { .erasureUnregistered($0.position, by: $0.by) }
        ownFindings += unregistered.events.map { .eventErasureUnregistered($0.id, by: $0.by) }
        return LedgerVerdict(
            findings: ownFindings + checkpoints.findings, entryCount: count, eventCount: Int64(named.count),
            checkpointCount: checkpoints.count, waitingCount: max(0, next - checkpoints.lastSize),
            unprovenCount: checkpoints.unprovenCount, areSignaturesChecked: areSignaturesChecked)
    }
}
