package import Domain
import SQLAccess

/// Times that can be booked, and the appointments that take them.
package enum DiaryRows {
    /// False when there is a time at that place, room and start already: it is left as it is. One that was taken away is
    /// put back, under the reference it had.
    @discardableResult
    package static func add(_ slot: Slot, on connection: Connection) throws -> Bool {
        let added = try connection.run(
            """
            INSERT INTO diary_slots (id, agency, venue, purpose, starts_at, minutes, worker, room)
            VALUES (\(slot.id), \(slot.agency), \(slot.venue), \(slot.purpose), \(slot.startsAt.milliseconds),
                \(slot.minutes), \(slot.worker), \(slot.room))
            ON CONFLICT (venue, room, starts_at) DO UPDATE SET agency = excluded.agency, purpose = excluded.purpose,
                minutes = excluded.minutes, worker = excluded.worker, taken_away_at = NULL
                WHERE diary_slots.taken_away_at IS NOT NULL
            """)
        return added == 1
    }

    /// Takes a free time away. False when somebody has or had it, or when there is no such time any more.
    package static func takeAway(_ id: String, at instant: Instant, on connection: Connection) throws -> Bool {
        let taken = try connection.run(
            """
            UPDATE diary_slots SET taken_away_at = \(instant.milliseconds) WHERE id = \(id) AND taken_away_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.slot = diary_slots.id
                    AND a.state IN ('booked', 'attended', 'missed'))
            """)
        return taken == 1
    }

    /// When every time of an agency's diary starts, free or not.
    package static func starts(
        agency: String, from: Instant, until: Instant, on connection: Connection
    ) throws -> [Instant] {
        try connection.all(
            """
            SELECT starts_at FROM diary_slots WHERE agency = \(agency) AND taken_away_at IS NULL
                AND starts_at >= \(from.milliseconds) AND starts_at <= \(until.milliseconds)
            """
        ) { Instant(milliseconds: try $0.integer(0)) }
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
            SELECT s.id, s.agency, s.venue, s.purpose, s.starts_at, s.minutes, s.worker, s.room, s.taken_away_at
            FROM diary_slots s
            WHERE s.starts_at >= \(from.milliseconds) AND s.starts_at <= \(until.milliseconds)
                AND s.taken_away_at IS NULL AND NOT (\(isTaken))\(whose)\(what)
            ORDER BY s.starts_at, s.id LIMIT \(limit)
            """, read)
    }

    /// Slots of an agency's own diary that somebody has, in order of time. Who has them is for the policy to say.
    package static func takenSlots(
        agency: String, from: Instant, until: Instant, limit: Int, on connection: Connection
    ) throws -> [Slot] {
        try connection.all(
            """
            SELECT s.id, s.agency, s.venue, s.purpose, s.starts_at, s.minutes, s.worker, s.room, s.taken_away_at
            FROM diary_slots s
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
                    (SELECT 1 FROM diary_slots s WHERE s.agency = g.id AND s.starts_at >= \(from.milliseconds)
                        AND s.taken_away_at IS NULL)
                """
            ) { try $0.text(0) })
    }

    package static func slot(_ id: String, on connection: Connection) throws -> Slot? {
        try connection.first(
            """
            SELECT id, agency, venue, purpose, starts_at, minutes, worker, room, taken_away_at FROM diary_slots
            WHERE id = \(id)
            """, read)
    }

    private static func read(_ row: any SQLRow) throws -> Slot {
        Slot(
            id: try row.text(0), agency: try row.text(1), venue: try row.text(2), purpose: try row.text(3),
            startsAt: Instant(milliseconds: try row.integer(4)), minutes: try row.int(5), worker: try row.textOrNull(6),
            room: try row.text(7), isTakenAway: !row.isNull(8))
    }

    /// Replaces a person's appointments, read from the events in force. Throws `StoreFault.constraint` named
    /// `appointments_slot_once` when a slot is taken by somebody else, or was taken away.
    package static func replace(
        _ appointments: [AppointmentRow], subject: String, on connection: Connection
    ) throws {
        let before = try table.rows(of: subject, on: connection)
        for row in appointments where row.state == "booked" {
            if let slot = row.slot, before[[.text(row.event)]] != Self.row(row), try isTakenAway(slot, on: connection) {
                throw StoreFault.taken("appointments_slot_once")
            }
        }
        try table.replace(appointments.map(Self.row), of: subject, before: before, on: connection)
    }

    private static func isTakenAway(_ slot: String, on connection: Connection) throws -> Bool {
        try self.slot(slot, on: connection)?.isTakenAway ?? false
    }

    private static let table = DerivedTable(
        "appointments", key: ["event_id"],
        rest: [
            "subject", "slot", "agency", "venue", "purpose", "starts_at", "minutes", "worker", "state", "category",
            "type", "owner",
        ])

    private static func row(_ row: AppointmentRow) -> [SQLValue] {
        [
            .text(row.event), .text(row.subject), SQLValue(row.slot), .text(row.agency), .text(row.venue),
            .text(row.purpose), SQLValue(row.startsAt), SQLValue(row.minutes), SQLValue(row.worker), .text(row.state),
            .text(row.guardedBy.category), .text(row.guardedBy.type), .text(row.guardedBy.agency),
        ]
    }
}
