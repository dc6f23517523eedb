package import Domain
import SQLAccess

/// A shift with the reference it is changed by.
package struct DutyShift: Sendable, Hashable {
    package var id: String
    package var shift: Rota.Shift
}

extension DiaryRows {
    package static func add(_ shift: Rota.Shift, id: String, agency: String, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO rota_shifts (id, rota, worker, agency, starts_at, ends_at)
            VALUES (\(id), \(shift.rota), \(shift.worker), \(agency), \(shift.start.milliseconds),
                \(shift.end.milliseconds))
            """)
    }

    /// Shifts in the order in which they start.
    ///
    /// - Parameter instant: only those that end after it; nil for all that there ever were.
    package static func shifts(
        endingAfter instant: Instant? = nil, on connection: Connection
    ) throws -> [Rota.Shift] {
        try connection.all(
            """
            SELECT rota, worker, starts_at, ends_at FROM rota_shifts WHERE ends_at > \(instant?.milliseconds ?? .min)
            ORDER BY starts_at
            """
        ) { row in
            Rota.Shift(
                rota: try row.text(0), worker: try row.text(1), start: Instant(milliseconds: try row.integer(2)),
                end: Instant(milliseconds: try row.integer(3)))
        }
    }

    /// Every shift that ends after an instant, with its reference.
    package static func dutyShifts(endingAfter instant: Instant, on connection: Connection) throws -> [DutyShift] {
        try connection.all(
            """
            SELECT id, rota, worker, starts_at, ends_at FROM rota_shifts WHERE ends_at > \(instant.milliseconds)
            ORDER BY starts_at, id
            """
        ) { row in
            DutyShift(
                id: try row.text(0),
                shift: Rota.Shift(
                    rota: try row.text(1), worker: try row.text(2), start: Instant(milliseconds: try row.integer(3)),
                    end: Instant(milliseconds: try row.integer(4))))
        }
    }

    /// Takes a shift off the rota.
    package static func removeShift(_ id: String, on connection: Connection) throws {
        try connection.run("DELETE FROM rota_shifts WHERE id = \(id)")
    }

    /// Lets a shift that has begun end at another instant, which must be after its start.
    package static func endShift(_ id: String, at instant: Instant, on connection: Connection) throws {
        try connection.run("UPDATE rota_shifts SET ends_at = \(instant.milliseconds) WHERE id = \(id)")
    }

    /// Has the standings worked out again of everybody whom the duty rota of these programmes leads, or nobody does.
    package static func overtakeOnDuty(
        programmes: [String], at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE standings SET next_change_at = \(instant.milliseconds)
            WHERE (next_change_at IS NULL OR next_change_at > \(instant.milliseconds))
                AND EXISTS (SELECT 1 FROM enrolments n WHERE n.subject = standings.subject AND n.ended_at IS NULL
                    AND n.lead_kind IN ('on-duty', 'none') AND n.programme IN \(list: programmes))
            """)
    }
}
