package import Domain
import SQLAccess

/// Which derived rows were worked out before an instant, and what of a subject's log was read then.
package enum AgedStandings {
    /// Subjects with an open enrolment whose rows are older than an instant: what counts days may read otherwise now.
    package static func derived(
        before instant: Instant, limit: Int, on connection: Connection
    ) throws -> [String] {
        try connection.all(
            """
            SELECT s.subject FROM standings s WHERE s.as_of < \(instant.milliseconds)
                AND EXISTS (SELECT 1 FROM enrolments n WHERE n.subject = s.subject AND n.ended_at IS NULL)
            ORDER BY s.as_of, s.subject LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    /// Has every subject worked out again, because the rules themselves changed.
    package static func overtakeAll(at instant: Instant, on connection: Connection) throws {
        try connection.run("UPDATE standings SET next_change_at = \(instant.milliseconds)")
    }

    /// Subjects in order of their references, after one of them.
    package static func subjects(
        after subject: String, limit: Int, on connection: Connection
    ) throws -> [String] {
        try connection.all("SELECT id FROM subjects WHERE id > \(subject) ORDER BY id LIMIT \(limit)") {
            try $0.text(0)
        }
    }

    /// When a subject's rows were last worked out, and when time changes them next.
    package static func times(
        of subject: String, on connection: Connection
    ) throws -> (derivedAt: Instant?, nextChange: Instant?) {
        let row = try connection.first("SELECT as_of, next_change_at FROM standings WHERE subject = \(subject)") {
            row in
            (try row.integer(0), try row.integerOrNull(1))
        }
        return (row.map { Instant(milliseconds: $0.0) }, row?.1.map { Instant(milliseconds: $0) })
    }

    /// The edition of a subject's log: counted up at every write.
    package static func edition(of subject: String, on connection: Connection) throws -> Int64? {
        try connection.first("SELECT edition FROM subjects WHERE id = \(subject)") { try $0.integer(0) }
    }
}
