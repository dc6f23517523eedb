package import Domain
import SQLAccess

/// Waiting work: one row for each duty, leased by whoever does it for as long as that may take.
///
/// A lease is one statement, so two runners cannot both have it; one that dies leaves a lease that runs out.
package enum WorkRows {
    /// Names a duty. Does nothing when it is there.
    package static func plan(
        _ kind: String, about: String, id: String, at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO waiting_work (id, kind, about, due_at, attempts)
            VALUES (\(id), \(kind), \(about), \(instant.milliseconds), 0) ON CONFLICT (kind, about) DO NOTHING
            """)
    }

    /// Duties that are due and nobody has, those that waited longest first.
    package static func due(at instant: Instant, on connection: Connection) throws -> [(kind: String, about: String)] {
        try connection.all(
            """
            SELECT kind, about FROM waiting_work
            WHERE due_at <= \(instant.milliseconds)
                AND (leased_until IS NULL OR leased_until <= \(instant.milliseconds))
            ORDER BY due_at, kind, about
            """
        ) { (try $0.text(0), try $0.text(1)) }
    }

    /// Each kind of duty, and when it is next due.
    package static func dueTimes(on connection: Connection) throws -> [(kind: String, due: Instant)] {
        try connection.all("SELECT kind, min(due_at) FROM waiting_work GROUP BY kind ORDER BY kind") {
            (try $0.text(0), Instant(milliseconds: try $0.integer(1)))
        }
    }

    /// When each duty is next due, and until when somebody has it.
    package static func times(on connection: Connection) throws -> [(kind: String, due: Instant, leasedUntil: Instant?)]
    {
        try connection.all("SELECT kind, due_at, leased_until FROM waiting_work") { row in
            (
                try row.text(0), Instant(milliseconds: try row.integer(1)),
                try row.integerOrNull(2).map(Instant.init(milliseconds:))
            )
        }
    }

    /// Has a duty done at once, by anybody.
    package static func bringBack(_ kind: String, to instant: Instant, on connection: Connection) throws {
        try connection.run(
            """
            UPDATE waiting_work SET due_at = \(instant.milliseconds), leased_until = NULL, leased_by = NULL
            WHERE kind = \(kind)
            """)
    }

    /// Every duty there is.
    package static func kinds(on connection: Connection) throws -> Set<String> {
        Set(try connection.all("SELECT kind FROM waiting_work") { try $0.text(0) })
    }

    /// Takes a due duty until an instant, and says how often it was tried before without coming to its end; nil when
    /// somebody else was quicker.
    package static func lease(
        _ kind: String, about: String, by runner: String, at instant: Instant, until: Instant,
        on connection: Connection
    ) throws -> Int? {
        try connection.first(
            """
            UPDATE waiting_work
            SET leased_until = \(until.milliseconds), leased_by = \(runner), attempts = attempts + 1
            WHERE kind = \(kind) AND about = \(about) AND due_at <= \(instant.milliseconds)
                AND (leased_until IS NULL OR leased_until <= \(instant.milliseconds))
            RETURNING attempts - 1
            """
        ) { try $0.int(0) }
    }

    /// Gives a duty back and says when it is next due. Does nothing for a runner whose lease was taken over.
    package static func settle(
        _ kind: String, about: String, by runner: String, next: Instant, isDone: Bool, on connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE waiting_work SET due_at = \(next.milliseconds), leased_until = NULL, leased_by = NULL,
                attempts = CASE WHEN \(isDone) = 1 THEN 0 ELSE attempts END
            WHERE kind = \(kind) AND about = \(about) AND leased_by = \(runner)
            """)
    }

    /// Has a duty done at once, whenever it was due.
    package static func hasten(_ kind: String, at instant: Instant, on connection: Connection) throws {
        try connection.run(
            """
            UPDATE waiting_work SET due_at = \(instant.milliseconds) WHERE kind = \(kind) AND due_at > \(instant.milliseconds)
            """)
    }
}
