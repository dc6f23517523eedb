/// What an audit came to.
package struct LedgerVerdict: Sendable {
    /// Everything that is not as it was committed: of entries, events and the register first, then of checkpoints.
    package let findings: [LedgerFinding]
    package let entryCount: Int64
    /// How many events the entries name.
    package let eventCount: Int64
    package let checkpointCount: Int64
    /// Entries not yet under a checkpoint: no fault, but not yet signed for.
    package let waitingCount: Int64
    /// Checkpoints that could not be judged, because they build on a change already found.
    package let unprovenCount: Int64
    /// False when no key was given.
    package let areSignaturesChecked: Bool

    package var isGreen: Bool { findings.isEmpty }

    /// The last line of a report.
    package var line: String {
        let head = isGreen ? "ledger ok:" : "ledger NOT ok: findings=\(findings.count)"
        let unproven = unprovenCount > 0 ? " unproven=\(unprovenCount)" : ""
        let signatures = areSignaturesChecked ? "" : " signatures=unchecked"
        return "\(head) entries=\(entryCount) events=\(eventCount) checkpoints=\(checkpointCount)"
            + " waiting=\(waitingCount)\(unproven)\(signatures)"
    }
}
