package import Domain
import SQLAccess

/// A consent as it stands: one recipient, category and purpose.
package struct ConsentRow: Sendable, Hashable {
    /// The event that records it.
    package var event: String
    package var recipient: String
    package var category: String
    package var purpose: String
    package var isWritten: Bool
    package var from: Instant
    package var until: Day?
    package var withdrawnAt: Instant?
    /// When the person was asked again.
    package var renewedAt: Instant?
    /// Who recorded it, and for which agency.
    package var by: String
    package var agency: String
}

package enum ConsentReading {
    /// A person's consents, past ones too, the newest first, of which the viewer may see some of the record itself.
    package static func consents(
        of subject: String, rule: RowRule, on connection: Connection
    ) throws -> [ConsentRow] {
        // Found through the person's events: past consents stand in no index of their own.
        try connection.all(
            """
            SELECT c.event_id, c.recipient, c.category, c.purpose, c.is_written, c.from_at, c.until_on, c.withdrawn_at,
                c.renewed_at, e.by, e.agency
            FROM consents c JOIN events e ON e.id = c.event_id
            WHERE e.subject = \(subject) AND EXISTS (SELECT 1 FROM event_sections s
                WHERE s.event_id = e.id AND \(AccessSQL(rule).filter(PeopleColumns.sections)))
            ORDER BY c.from_at DESC, c.event_id, c.recipient, c.category, c.purpose
            """
        ) { row in
            ConsentRow(
                event: try row.text(0), recipient: try row.text(1), category: try row.text(2), purpose: try row.text(3),
                isWritten: try row.flag(4), from: Instant(milliseconds: try row.integer(5)),
                until: try row.textOrNull(6).flatMap { Day($0) },
                withdrawnAt: try row.integerOrNull(7).map(Instant.init(milliseconds:)),
                renewedAt: try row.integerOrNull(8).map(Instant.init(milliseconds:)), by: try row.text(9),
                agency: try row.text(10))
        }
    }
}
