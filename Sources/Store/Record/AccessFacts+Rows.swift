package import Domain
import SQLAccess

/// The tables that keep referrals, consents, bars and the kinds of rows as they stand.
extension AccessFacts {
    /// Replaces a subject's rows.
    package func replace(subject: String, on connection: Connection) throws {
        try Self.referralTable.replace(
            referrals.map { referral in
                [
                    .text(referral.event), .text(subject), .text(referral.from), .text(referral.to),
                    .text(referral.service), .text(referral.state), SQLValue(referral.sentAt),
                    SQLValue(referral.answeredAt),
                ]
            }, of: subject, on: connection)
        try Self.consentTable.replace(
            consents.map { consent in
                [
                    .text(consent.event), .text(consent.recipient), .text(consent.category), .text(consent.purpose),
                    .text(subject), SQLValue(consent.isWritten), SQLValue(consent.from), SQLValue(consent.until?.iso),
                    SQLValue(consent.withdrawnAt), SQLValue(consent.renewedAt),
                ]
            }, of: subject, on: connection)
        try Self.barTable.replace(
            bars.map { [.text(subject), .text($0.worker), SQLValue($0.since)] }, of: subject, on: connection)
        try Self.markTable.replace(
            admissions.map { [.text(subject), .text("admitted"), .text($0.worker), SQLValue($0.since)] }
                + told.map { [.text(subject), .text("told"), .text($0.agency), SQLValue($0.since)] },
            of: subject, on: connection)
        try Self.partTable.replace(
            parts.map { [.text(subject), .text($0.category.text), .text($0.owner.text), .text($0.type.text)] },
            of: subject, on: connection)
        try connection.run(
            "UPDATE subjects SET is_sealed = \(isSealed) WHERE id = \(subject) AND is_sealed <> \(isSealed)")
    }

    private static let referralTable = DerivedTable(
        "referrals", key: ["event_id"],
        rest: ["subject", "from_agency", "to_agency", "service", "state", "sent_at", "answered_at"])
    private static let consentTable = DerivedTable(
        "consents", key: ["event_id", "recipient", "category", "purpose"],
        rest: ["subject", "is_written", "from_at", "until_on", "withdrawn_at", "renewed_at"])
    private static let barTable = DerivedTable("bars", key: ["subject", "worker"], rest: ["since_at"])
    private static let markTable = DerivedTable("access_marks", key: ["subject", "kind", "name"], rest: ["since_at"])
    private static let partTable = DerivedTable("record_parts", key: ["subject", "category", "owner", "type"])
}
