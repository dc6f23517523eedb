package import Domain
import SQLAccess

package enum GlassRows {
    package static func add(_ glass: GlassBreak, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO glass_breaks (id, subject, worker, agency, role, reason, broken_at, until_at, review_due_at)
            VALUES (\(glass.id), \(glass.subject), \(glass.worker), \(glass.agency), \(glass.role), \(glass.reason),
                \(glass.brokenAt.milliseconds), \(glass.until.milliseconds), \(glass.reviewDueAt.milliseconds))
            """)
    }

    package static func glass(_ id: String, on connection: Connection) throws -> GlassBreak? {
        try all(" WHERE id = \(id)", on: connection).first
    }

    /// Those of a worker that are open, and that are to have closed by an instant already.
    package static func open(of worker: String, on connection: Connection) throws -> [GlassBreak] {
        try all(" WHERE worker = \(worker) AND ended_at IS NULL ORDER BY until_at", on: connection)
    }

    /// Those of an agency's workers that wait for a review, the oldest first.
    package static func toReview(agency: String, on connection: Connection) throws -> [GlassBreak] {
        try all(" WHERE agency = \(agency) AND reviewed_at IS NULL ORDER BY review_due_at, id", on: connection)
    }

    /// Those of an agency's workers that were reviewed, the newest first.
    package static func reviewed(agency: String, limit: Int, on connection: Connection) throws -> [GlassBreak] {
        try all(
            """
             WHERE agency = \(agency) AND reviewed_at IS NOT NULL ORDER BY reviewed_at DESC, id LIMIT \(limit)
            """, on: connection)
    }

    /// How often each worker of an agency has broken the glass since an instant, the most first.
    package static func counts(
        agency: String, since: Instant, on connection: Connection
    ) throws -> [(worker: String, count: Int, notJustified: Int)] {
        try connection.all(
            """
            SELECT worker, count(*), sum(CASE WHEN outcome = 'not-justified' THEN 1 ELSE 0 END) FROM glass_breaks
            WHERE agency = \(agency) AND broken_at >= \(since.milliseconds)
            GROUP BY worker ORDER BY count(*) DESC, worker
            """
        ) { (try $0.text(0), try $0.int(1), try $0.int(2)) }
    }

    /// Closes those whose time has passed.
    @discardableResult
    package static func close(passedAt instant: Instant, on connection: Connection) throws -> Int {
        try connection.run(
            """
            UPDATE glass_breaks SET ended_at = until_at WHERE ended_at IS NULL AND until_at <= \(instant.milliseconds)
            """)
    }

    /// Closes a worker's own; false where it was not open.
    package static func close(_ id: String, of worker: String, at instant: Instant, on connection: Connection) throws
        -> Bool
    {
        try connection.run(
            """
            UPDATE glass_breaks SET ended_at = \(instant.milliseconds)
            WHERE id = \(id) AND worker = \(worker) AND ended_at IS NULL
            """) == 1
    }

    /// Keeps what a reviewer found; false where it was reviewed before.
    package static func keep(_ review: GlassBreak.Review, of id: String, on connection: Connection) throws -> Bool {
        try connection.run(
            """
            UPDATE glass_breaks SET reviewed_at = \(review.at.milliseconds), reviewed_by = \(review.by),
                outcome = \(review.outcome.rawValue), words = \(review.words)
            WHERE id = \(id) AND reviewed_at IS NULL
            """) == 1
    }

    package static func reviewers(of agency: String, on connection: Connection) throws -> [String] {
        try connection.all("SELECT worker FROM glass_reviewers WHERE agency = \(agency) ORDER BY worker") {
            try $0.text(0)
        }
    }

    /// The agencies whose workers somebody reviews.
    package static func reviewed(by worker: String, on connection: Connection) throws -> [String] {
        try connection.all("SELECT agency FROM glass_reviewers WHERE worker = \(worker) ORDER BY agency") {
            try $0.text(0)
        }
    }

    package static func name(
        _ worker: String, reviewerOf agency: String, at instant: Instant, on connection: Connection
    )
        throws
    {
        try connection.run(
            """
            INSERT INTO glass_reviewers (agency, worker, since_at) VALUES (\(agency), \(worker), \(instant.milliseconds))
            ON CONFLICT (agency, worker) DO NOTHING
            """)
    }

    package static func dismiss(_ worker: String, reviewerOf agency: String, on connection: Connection) throws {
        try connection.run("DELETE FROM glass_reviewers WHERE agency = \(agency) AND worker = \(worker)")
    }

    private static func all(_ ending: SQLQuery, on connection: Connection) throws -> [GlassBreak] {
        try connection.all(
            """
            SELECT id, subject, worker, agency, role, reason, broken_at, until_at, ended_at, review_due_at, reviewed_at,
                reviewed_by, outcome, words
            FROM glass_breaks\(ending)
            """
        ) { row in
            var review: GlassBreak.Review?
            if let at = try row.integerOrNull(10) {
                guard let outcome = GlassBreak.Outcome(rawValue: try row.text(12)) else {
                    throw SQLFault.unreadable(column: 12)
                }
                review = GlassBreak.Review(
                    at: Instant(milliseconds: at), by: try row.text(11), outcome: outcome, words: try row.text(13))
            }
            return GlassBreak(
                id: try row.text(0), subject: try row.text(1), worker: try row.text(2), agency: try row.text(3),
                role: try row.text(4), reason: try row.text(5), brokenAt: Instant(milliseconds: try row.integer(6)),
                until: Instant(milliseconds: try row.integer(7)),
                endedAt: try row.integerOrNull(8).map(Instant.init(milliseconds:)),
                reviewDueAt: Instant(milliseconds: try row.integer(9)), review: review)
        }
    }
}
