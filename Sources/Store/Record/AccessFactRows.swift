package import Domain
import SQLAccess

/// Referrals, consents, bars and the kinds of rows as they stand, read from the events in force: what the policy asks
/// about a person.
package struct AccessFactRows: Sendable {
    package var referrals: [Referral] = []
    package var consents: [Consent] = []
    package var bars: [(worker: String, since: Instant)] = []
    package var isSealed = false
    /// Which kinds of rows the record holds.
    package var parts: Set<RowFacts> = []

    package typealias Referral = (
        event: String, from: String, to: String, service: String, state: String, sentAt: Instant, answeredAt: Instant?
    )
    package typealias Consent = (
        event: String, recipient: String, category: String, purpose: String, isWritten: Bool, from: Instant,
        until: Day?, withdrawnAt: Instant?
    )

    package init() {}

    /// Replaces a subject's rows.
    package func replace(subject: String, on connection: Connection) throws {
        try Self.referrals.replace(
            referrals.map { referral in
                [
                    .text(referral.event), .text(subject), .text(referral.from), .text(referral.to),
                    .text(referral.service), .text(referral.state), SQLValue(referral.sentAt),
                    SQLValue(referral.answeredAt),
                ]
            }, of: subject, on: connection)
        try Self.consents.replace(
            consents.map { consent in
                [
                    .text(consent.event), .text(consent.recipient), .text(consent.category), .text(consent.purpose),
                    .text(subject), SQLValue(consent.isWritten), SQLValue(consent.from), SQLValue(consent.until?.iso),
                    SQLValue(consent.withdrawnAt),
                ]
            }, of: subject, on: connection)
        try Self.bars.replace(
            bars.map { [.text(subject), .text($0.worker), SQLValue($0.since)] }, of: subject, on: connection)
        try Self.parts.replace(
            parts.map { [.text(subject), .text($0.category.text), .text($0.owner.text), .text($0.type.text)] },
            of: subject, on: connection)
        try connection.run(
            "UPDATE subjects SET is_sealed = \(isSealed) WHERE id = \(subject) AND is_sealed <> \(isSealed)")
    }

    private static let referrals = DerivedTable(
        "referrals", key: ["event_id"],
        rest: ["subject", "from_agency", "to_agency", "service", "state", "sent_at", "answered_at"])
    private static let consents = DerivedTable(
        "consents", key: ["event_id", "recipient", "category", "purpose"],
        rest: ["subject", "is_written", "from_at", "until_on", "withdrawn_at"])
    private static let bars = DerivedTable("bars", key: ["subject", "worker"], rest: ["since_at"])
    private static let parts = DerivedTable("record_parts", key: ["subject", "category", "owner", "type"])
}
