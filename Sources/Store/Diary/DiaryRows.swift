package import Domain
import SQLAccess

/// A time that can be booked.
package struct Slot: Hashable, Sendable {
    package var id: String
    package var agency: String
    package var venue: String
    package var purpose: String
    package var startsAt: Instant
    package var minutes: Int
    package var worker: String?
    package var room: String

    package init(
        id: String, agency: String, venue: String, purpose: String, startsAt: Instant, minutes: Int,
        worker: String? = nil, room: String = ""
    ) {
        self.id = id
        self.agency = agency
        self.venue = venue
        self.purpose = purpose
        self.startsAt = startsAt
        self.minutes = minutes
        self.worker = worker
        self.room = room
    }
}

/// An appointment as it stands.
package struct AppointmentRow: Hashable, Sendable {
    package var event: String
    package var subject: String
    package var slot: String?
    package var agency: String
    package var venue: String
    package var purpose: String
    package var startsAt: Instant
    package var minutes: Int
    package var worker: String?
    package var state: String
    package var guardedBy: Guard

    package init(
        event: String, subject: String, slot: String?, agency: String, venue: String, purpose: String,
        startsAt: Instant, minutes: Int, worker: String?, state: String, guardedBy: Guard
    ) {
        self.event = event
        self.subject = subject
        self.slot = slot
        self.agency = agency
        self.venue = venue
        self.purpose = purpose
        self.startsAt = startsAt
        self.minutes = minutes
        self.worker = worker
        self.state = state
        self.guardedBy = guardedBy
    }
}

package enum DiaryRows {
    package static func add(_ slot: Slot, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO diary_slots (id, agency, venue, purpose, starts_at, minutes, worker, room)
            VALUES (\(slot.id), \(slot.agency), \(slot.venue), \(slot.purpose), \(slot.startsAt.milliseconds),
                \(slot.minutes), \(slot.worker), \(slot.room))
            ON CONFLICT (venue, room, starts_at) DO NOTHING
            """)
    }

    /// Slots nobody has, in order of time.
    package static func freeSlots(
        agency: String?, purpose: String? = nil, from: Instant, until: Instant, limit: Int, on connection: Connection
    ) throws -> [Slot] {
        let whose: SQLQuery = agency.map { " AND s.agency = \($0)" } ?? ""
        let what: SQLQuery = purpose.map { " AND s.purpose = \($0)" } ?? ""
        return try connection.all(
            """
            SELECT s.id, s.agency, s.venue, s.purpose, s.starts_at, s.minutes, s.worker, s.room FROM diary_slots s
            WHERE s.starts_at >= \(from.milliseconds) AND s.starts_at <= \(until.milliseconds)
                AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.slot = s.id AND a.state = 'booked')\(whose)\(what)
            ORDER BY s.starts_at, s.id LIMIT \(limit)
            """, read)
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

    package static func add(_ shift: Rota.Shift, id: String, agency: String, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO rota_shifts (id, rota, worker, agency, starts_at, ends_at)
            VALUES (\(id), \(shift.rota), \(shift.worker), \(agency), \(shift.start.milliseconds),
                \(shift.end.milliseconds))
            """)
    }

    /// Every shift that ends after an instant.
    package static func shifts(endingAfter instant: Instant, on connection: Connection) throws -> [Rota.Shift] {
        try connection.all(
            """
            SELECT rota, worker, starts_at, ends_at FROM rota_shifts WHERE ends_at > \(instant.milliseconds)
            ORDER BY starts_at
            """
        ) { row in
            Rota.Shift(
                rota: try row.text(0), worker: try row.text(1), start: Instant(milliseconds: try row.integer(2)),
                end: Instant(milliseconds: try row.integer(3)))
        }
    }
}
