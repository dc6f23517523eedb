import Domain
/// One line of the ledger: who did what, when, for what purpose, and a commitment to the rest.
///
/// Holds no personal data. Its texts are references and codes of at most 128 bytes of printable ASCII without spaces,
/// quotation marks and backslashes, so prose does not fit; whom the act was about stands in the content, which lies
/// beside the entry and can be erased while the entry stays. An empty text says that there is none.
package struct LedgerEntry: Equatable, Sendable {
    /// The place in the ledger, from 0. Part of the bytes, so that two entries cannot change places unseen.
    package let position: Int64
    /// When it happened, in milliseconds since 1970 UTC.
    package let at: Int64
    package let kind: LedgerKind
    /// An opaque reference to the worker, or `system:` and the name of a part of the system.
    package let actor: String
    /// An opaque reference to the session; never the secret that signs it in.
    package let session: String
    package let role: String
    package let agency: String
    package let purpose: String
    /// How it ended, as a code: `shown`, `nothing`, `written`, `refused` and so on.
    package let outcome: String
    /// The hash of salt and content (see `Commitment`).
    package let commitment: LedgerHash

    /// Refuses a negative position, and any text that may not stand in an entry.
    package init(
        position: Int64, at: Int64, kind: LedgerKind, actor: String, session: String, role: String, agency: String,
        purpose: String, outcome: String, commitment: LedgerHash
    ) throws(LedgerEntryRefusal) {
        guard position >= 0 else { throw LedgerEntryRefusal(field: "position") }
        guard LedgerToken.isAllowed(actor) else { throw LedgerEntryRefusal(field: "actor") }
        guard LedgerToken.isAllowed(session) else { throw LedgerEntryRefusal(field: "session") }
        guard LedgerToken.isAllowed(role) else { throw LedgerEntryRefusal(field: "role") }
        guard LedgerToken.isAllowed(agency) else { throw LedgerEntryRefusal(field: "agency") }
        guard LedgerToken.isAllowed(purpose) else { throw LedgerEntryRefusal(field: "purpose") }
        guard LedgerToken.isAllowed(outcome) else { throw LedgerEntryRefusal(field: "outcome") }
        self.position = position
        self.at = at
        self.kind = kind
        self.actor = actor
        self.session = session
        self.role = role
        self.agency = agency
        self.purpose = purpose
        self.outcome = outcome
        self.commitment = commitment
    }

    /// The same entry in its place.
    package func placed(at position: Int64) -> LedgerEntry { LedgerEntry(self, position: position) }

    private init(_ entry: LedgerEntry, position: Int64) {
        self.position = position
        at = entry.at
        kind = entry.kind
        actor = entry.actor
        session = entry.session
        role = entry.role
        agency = entry.agency
        purpose = entry.purpose
        outcome = entry.outcome
        commitment = entry.commitment
    }

    /// The canonical bytes: one line of canonical JSON, without a line break.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        Self.append("{\"actor\":\"", actor, to: &bytes)
        Self.append("\",\"agency\":\"", agency, to: &bytes)
        bytes.append(contentsOf: "\",\"at\":".utf8)
        CanonicalJSON.append(at, to: &bytes)
        bytes.append(contentsOf: ",\"commitment\":\"".utf8)
        Hex.append(commitment.bytes, to: &bytes)
        Self.append("\",\"kind\":\"", kind.rawValue, to: &bytes)
        Self.append("\",\"outcome\":\"", outcome, to: &bytes)
        bytes.append(contentsOf: "\",\"position\":".utf8)
        CanonicalJSON.append(position, to: &bytes)
        Self.append(",\"purpose\":\"", purpose, to: &bytes)
        Self.append("\",\"role\":\"", role, to: &bytes)
        Self.append("\",\"session\":\"", session, to: &bytes)
        bytes.append(contentsOf: "\"}".utf8)
        return bytes
    }

    /// The canonical bytes as text, as they are stored.
    package var line: String { String(decoding: bytes, as: UTF8.self) }

    /// The leaf that the ledger's tree holds for this entry.
    package var leafHash: LedgerHash { .leaf(bytes) }

    private static func append(_ literal: String, _ token: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: literal.utf8)
        bytes.append(contentsOf: token.utf8)
    }
}
