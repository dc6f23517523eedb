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
        try connection.run("DELETE FROM referrals WHERE subject = \(subject)")
        for referral in referrals {
            try connection.run(
                """
                INSERT INTO referrals (event_id, subject, from_agency, to_agency, service, state, sent_at, answered_at)
                VALUES (\(referral.event), \(subject), \(referral.from), \(referral.to), \(referral.service),
                    \(referral.state), \(referral.sentAt.milliseconds), \(referral.answeredAt?.milliseconds))
                """)
        }
        try connection.run("DELETE FROM consents WHERE subject = \(subject)")
        for consent in consents {
            try connection.run(
                """
                INSERT INTO consents (event_id, subject, recipient, category, purpose, is_written, from_at, until_on,
                    withdrawn_at)
                VALUES (\(consent.event), \(subject), \(consent.recipient), \(consent.category), \(consent.purpose),
                    \(consent.isWritten), \(consent.from.milliseconds), \(consent.until?.iso),
                    \(consent.withdrawnAt?.milliseconds))
                ON CONFLICT (event_id, recipient, category, purpose) DO NOTHING
                """)
        }
        try connection.run("DELETE FROM bars WHERE subject = \(subject)")
        for bar in bars {
            try connection.run(
                """
                INSERT INTO bars (subject, worker, since_at) VALUES (\(subject), \(bar.worker), \(bar.since.milliseconds))
                ON CONFLICT (subject, worker) DO NOTHING
                """)
        }
        try replaceParts(of: subject, on: connection)
        try connection.run(
            "UPDATE subjects SET is_sealed = \(isSealed) WHERE id = \(subject) AND is_sealed <> \(isSealed)")
    }

    private func replaceParts(of subject: String, on connection: Connection) throws {
        try connection.run("DELETE FROM record_parts WHERE subject = \(subject)")
        guard !parts.isEmpty else { return }
        let rows = parts.map { part in (part.category.text, part.owner.text, part.type.text) }.sorted(by: <)
            .map { category, owner, type in "(\(subject), \(category), \(owner), \(type))" as SQLQuery }
        try connection.run(
            "INSERT INTO record_parts (subject, category, owner, type) VALUES \(rows.joined(separator: ", "))")
    }
}
