package import Domain
import SQLAccess

/// A referral as it stands.
package struct ReferralRow: Hashable, Sendable {
    package var event: String
    package var subject: String
    package var from: String
    package var to: String
    package var service: String
    package var type: String
    package var state: String
    package var sentAt: Instant
    package var answeredAt: Instant?
}

package enum ReferralReading {
    private static let columns = AccessColumns(
        subject: "r.subject", category: "s.section", owner: "e.agency", type: "e.type")

    /// Referrals to or from an agency, as far as the viewer may see the record that made them; those still open first,
    /// the newest first.
    package static func referrals(
        agency: String, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [ReferralRow] {
        let allowed = AccessSQL(rule).filter(columns)
        return try connection.all(
            """
            SELECT r.event_id, r.subject, r.from_agency, r.to_agency, r.service, e.type, r.state, r.sent_at, r.answered_at
            FROM referrals r JOIN events e ON e.id = r.event_id
            WHERE (r.to_agency = \(agency) OR r.from_agency = \(agency))
                AND EXISTS (SELECT 1 FROM event_sections s WHERE s.event_id = e.id AND \(allowed))
            ORDER BY CASE WHEN r.state IN ('sent', 'accepted') THEN 0 ELSE 1 END, r.sent_at DESC LIMIT \(limit)
            """
        ) { row in
            ReferralRow(
                event: try row.text(0), subject: try row.text(1), from: try row.text(2), to: try row.text(3),
                service: try row.text(4), type: try row.text(5), state: try row.text(6),
                sentAt: Instant(milliseconds: try row.integer(7)),
                answeredAt: try row.integerOrNull(8).map(Instant.init(milliseconds:)))
        }
    }

    /// Which of these people's referrals ask an agency to act, by the events that made them. Nothing of them is shown: a
    /// list asks it of rows in view.
    package static func events(
        asking agency: String, about subjects: [String], on connection: Connection
    ) throws -> Set<String> {
        guard !subjects.isEmpty else { return [] }
        return Set(
            try connection.all(
                """
                SELECT r.event_id FROM referrals r WHERE r.subject IN \(list: Set(subjects).sorted())
                    AND r.to_agency = \(agency)
                """
            ) { row in try row.text(0) })
    }
}
