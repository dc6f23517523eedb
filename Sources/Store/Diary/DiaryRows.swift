package import Domain
import SQLAccess

/// Times that can be booked, and the appointments that take them.
package enum DiaryRows {
    /// False when there is a time at that place, room and start already: it is left as it is.
    @discardableResult
    package static func add(_ slot: Slot, on connection: Connection) throws -> Bool {
        let added = try connection.run(
            """
            INSERT INTO diary_slots (id, agency, venue, purpose, starts_at, minutes, worker, room)
            VALUES (\(slot.id), \(slot.agency), \(slot.venue), \(slot.purpose), \(slot.startsAt.milliseconds),
                \(slot.minutes), \(slot.worker), \(slot.room))
            ON CONFLICT (venue, room, starts_at) DO NOTHING
            """)
        return added == 1
    }

    /// Booked, or used up: two questions, each with an index of its own.
    private static let isTaken: SQLQuery =
        """
        EXISTS (SELECT 1 FROM appointments a WHERE a.slot = s.id AND a.state = 'booked')
        OR EXISTS (SELECT 1 FROM appointments a WHERE a.agency = s.agency AND a.starts_at = s.starts_at
            AND a.slot = s.id AND a.state IN ('attended', 'missed'))
        """

    /// Slots nobody has or had, in order of time.
    package static func freeSlots(
        agency: String?, purpose: String? = nil, from: Instant, until: Instant, limit: Int, on connection: Connection
    ) throws -> [Slot] {
        let whose: SQLQuery = agency.map { " AND s.agency = \($0)" } ?? ""
        let what: SQLQuery = purpose.map { " AND s.purpose = \($0)" } ?? ""
        return try connection.all(
            """
            SELECT s.id, s.agency, s.venue, s.purpose, s.starts_at, s.minutes, s.worker, s.room FROM diary_slots s
            WHERE s.starts_at >= \(from.milliseconds) AND s.starts_at <= \(until.milliseconds)
                AND NOT (\(isTaken))\(whose)\(what)
            ORDER BY s.starts_at, s.id LIMIT \(limit)
            """, read)
    }

    /// Slots of an agency's own diary that somebody has, in order of time. Who has them is for the policy to say.
    package static func takenSlots(
        agency: String, from: Instant, until: Instant, limit: Int, on connection: Connection
    ) throws -> [Slot] {
        try connection.all(
            """
            SELECT s.id, s.agency, s.venue, s.purpose, s.starts_at, s.minutes, s.worker, s.room FROM diary_slots s
            WHERE s.agency = \(agency) AND s.starts_at >= \(from.milliseconds) AND s.starts_at <= \(until.milliseconds)
                AND (\(isTaken))
            ORDER BY s.starts_at, s.id LIMIT \(limit)
            """, read)
    }

    /// The agencies whose diaries have times, booked or free, from an instant on.
    package static func agencies(from: Instant, on connection: Connection) throws -> Set<String> {
        Set(
            try connection.all(
                """
                SELECT g.id FROM agencies g WHERE EXISTS
                    (SELECT 1 FROM diary_slots s WHERE s.agency = g.id AND s.starts_at >= \(from.milliseconds))
                """
            ) { try $0.text(0) })
    }

    package static func slot(_ id: String, on connection: Connection) throws -> Slot? {
        try connection.first(
            """
            SELECT id, agency, venue, purpose, starts_at, minutes, worker, room FROM diary_slots WHERE id = \(id)
            """, read)
    }

    private static func read(_ row: any SQLRow) throws -> Slot {
        Slot(
            id: try row.text(0), agency: try row.text(1), venue: try row.text(2), purpose: try row.text(3),
            startsAt: Instant(milliseconds: try row.integer(4)), minutes: try row.int(5), worker: try row.textOrNull(6),
            room: try row.text(7))
    }

    /// Replaces a person's appointments, read from the events in force. Throws `StoreFault.constraint` named
    /// `appointments_slot_once` when a slot is taken by somebody else.
    package static func replace(
        _ appointments: [AppointmentRow], subject: String, on connection: Connection
    ) throws {
        try connection.run("DELETE FROM appointments WHERE subject = \(subject)")
        for row in appointments {
            try connection.run(
                """
                INSERT INTO appointments (event_id, subject, slot, agency, venue, purpose, starts_at, minutes, worker,
                    state, category, type, owner)
                VALUES (\(row.event), \(row.subject), \(row.slot), \(row.agency), \(row.venue), \(row.purpose),
                    \(row.startsAt.milliseconds), \(row.minutes), \(row.worker), \(row.state),
                    \(row.guardedBy.category), \(row.guardedBy.type), \(row.guardedBy.agency))
                """)
        }
    }
}
