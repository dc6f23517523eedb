package import Domain
import SQLAccess

/// A hand-over that waits for somebody to take the lead: the clock that runs, and what the event that started it says.
package struct AskedHandOver: Sendable {
    package var subject: String
    package var clock: String
    package var title: String
    package var dueAt: Instant
    package var dueText: String
    package var event: TimelineEvent
}

package enum AskedHandOvers {
    /// The hand-overs of an agency's enrolments that nobody has taken, the most pressing first.
    ///
    /// - Parameter clocks: the clocks that a taking of the lead meets.
    package static func open(
        agency: String, clocks: [(programme: String, clock: String)], rule: AccessRule, limit: Int,
        on connection: Connection
    ) throws -> [AskedHandOver] {
        guard !clocks.isEmpty else { return [] }
        let wanted: [SQLQuery] = clocks.map { "(d.programme = \($0.programme) AND d.clock = \($0.clock))" }
        // Each name once: with one, the index has them in order.
        let names = Set(clocks.map(\.clock)).sorted()
        var found: [AskedHandOver] = []
        var columns: EventColumns?
        try connection.each(
            """
            SELECT d.subject, d.clock, d.title, d.due_at, d.due_text, \(EventColumns.withSection)
            FROM deadlines d JOIN events e ON e.id = d.anchor JOIN event_sections s ON s.event_id = e.id
            WHERE d.is_outstanding = 1 AND d.agency = \(agency) AND d.clock IN \(list: names)
                AND (\(wanted.joined(separator: " OR ")))
                AND \(AccessSQL(rule).filter(PeopleColumns.sections))
            ORDER BY d.due_at, e.id, s.section LIMIT \(limit)
            """
        ) { row in
            if try columns?.id != row.text(5) {
                let next = try EventColumns(row, at: 5)
                found.append(
                    AskedHandOver(
                        subject: try row.text(0), clock: try row.text(1), title: try row.text(2),
                        dueAt: Instant(milliseconds: try row.integer(3)), dueText: try row.text(4),
                        event: TimelineEvent(next)))
                columns = next
            }
            guard let section = try columns?.section(row, at: 5) else { return }
            found[found.count - 1].event.sections.append(section)
        }
        return found
    }
}
