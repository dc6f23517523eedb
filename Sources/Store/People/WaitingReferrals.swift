package import Domain
import SQLAccess

/// A referral that waits for an answer.
package struct WaitingReferral: Sendable, Hashable {
    package var event: String
    package var subject: String
    package var fromAgency: String
    package var service: String
    /// The record type of the referral.
    package var type: String
    package var sentAt: Instant
}

package enum WaitingReferrals {
    /// Referrals sent to an agency and not answered, the longest waiting first, of which the viewer may see some of the
    /// record itself.
    package static func sent(
        to agency: String, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [WaitingReferral] {
        try connection.all(
            """
            SELECT r.event_id, r.subject, r.from_agency, r.service, e.type, r.sent_at
            FROM referrals r JOIN events e ON e.id = r.event_id
            WHERE r.to_agency = \(agency) AND r.state IN ('sent', 'accepted') AND r.state = 'sent'
                AND EXISTS (SELECT 1 FROM event_sections s
                    WHERE s.event_id = e.id AND \(AccessSQL(rule).filter(PeopleColumns.sections)))
            ORDER BY r.sent_at, r.event_id LIMIT \(limit)
            """
        ) { row in
            WaitingReferral(
                event: try row.text(0), subject: try row.text(1), fromAgency: try row.text(2), service: try row.text(3),
                type: try row.text(4), sentAt: Instant(milliseconds: try row.integer(5)))
        }
    }
}
