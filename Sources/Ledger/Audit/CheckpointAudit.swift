/// Grows the tree of the stored entries and holds each checkpoint against it as its size comes by.
///
/// Two trees are kept while they differ: one of the stored leaf hashes, one of the hashes that the texts give. When a
/// line was changed and its leaf hash was not (or the reverse), one of the two still gives the signed root, and the
/// checkpoints after it can be judged as well.
struct CheckpointAudit {
    private var waiting: ArraySlice<StoredCheckpoint>
    private let keys: [CheckpointKey]
    private var stored = MerkleFrontier()
    private var computed: MerkleFrontier?
    private var origin: String?
    private var lastProven: Int64 = 0
    private var firstUnproven: Int64?

    private(set) var findings: [LedgerFinding] = []
    /// How many checkpoints were met.
    private(set) var count: Int64 = 0
    /// How many checkpoints after the first whose root differs cannot be judged, because they build on the same change.
    private(set) var unprovenCount: Int64 = 0
    /// The size of the last checkpoint that can be believed.
    private(set) var lastSize: Int64 = 0

    init(_ checkpoints: [StoredCheckpoint], keys: [CheckpointKey]) {
        waiting = checkpoints.sorted { $0.size < $1.size }[...]
        self.keys = keys
    }

    /// Adds a leaf; nil for a stored hash that is no hash.
    mutating func append(stored leaf: LedgerHash?, computed other: LedgerHash) {
        if computed == nil, leaf != other { computed = stored }
        computed?.append(other)
        stored.append(leaf ?? other)
    }

    /// Judges every checkpoint of at most `size` entries; the tree holds all the entries below `size` that there are.
    mutating func judge(upTo size: Int64) {
        while let next = waiting.first, next.size <= size {
            waiting.removeFirst()
            guard let checkpoint = read(next) else { continue }
            lastSize = next.size
            judge(checkpoint)
        }
    }

    /// Judges what is left once the entries have ended; `size` is how many there should be at least.
    mutating func finish(at size: Int64) {
        judge(upTo: size)
        let beyond = waiting.compactMap { read($0) }.last
        waiting = []
        if let beyond { findings.append(.entriesMissing(from: size, through: beyond.size - 1)) }
    }

    private mutating func read(_ stored: StoredCheckpoint) -> Checkpoint? {
        count += 1
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(note: stored.note)
        } catch {
            findings.append(.checkpointUnreadable(stored.size))
            return nil
        }
        guard keys.isEmpty || isSigned(signed) else {
            findings.append(.checkpointSignatureBad(stored.size))
            return nil
        }
        guard signed.checkpoint.size == stored.size else {
            findings.append(.checkpointSizeDiffers(stored.size, written: signed.checkpoint.size))
            return nil
        }
        guard signed.checkpoint.origin.utf8.elementsEqual((origin ?? signed.checkpoint.origin).utf8) else {
            findings.append(.checkpointOriginDiffers(stored.size))
            return nil
        }
        origin = signed.checkpoint.origin
        return signed.checkpoint
    }

    /// Keys may have changed over the years, so one good signature is enough; a bad one by any of them is not.
    private func isSigned(_ signed: SignedCheckpoint) -> Bool {
        let claimed = keys.filter { signed.claims($0) }
        return !claimed.isEmpty && claimed.allSatisfy(signed.isSigned)
    }

    private mutating func judge(_ checkpoint: Checkpoint) {
        if let other = computed, other.root == checkpoint.root {
            stored = other
        } else if stored.root != checkpoint.root {
            if firstUnproven == nil {
                firstUnproven = checkpoint.size
                findings.append(.checkpointRootDiffers(checkpoint.size, since: lastProven))
            } else {
                unprovenCount += 1
            }
            return
        }
        computed = nil
        lastProven = checkpoint.size
        if let earlier = firstUnproven {
            findings.append(.checkpointNotExtension(checkpoint.size, of: earlier))
            firstUnproven = nil
            unprovenCount = 0
        }
    }
}
