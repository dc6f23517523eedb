import Domain
import SQLAccess

extension StandingRows {
    /// In which of these programmes each of these people is, and in which stage, as far as the viewer may know.
    package static func stages(
        of seen: SeenSubjects, in programmes: [String], on connection: Connection
    ) throws -> [String: [(programme: String, stage: String)]] {
        var found: [String: [(programme: String, stage: String)]] = [:]
        try seen.each { subjects, allowed in
            try connection.each(
                """
                SELECT n.subject, n.programme, CASE WHEN \(allowed.filter(positionColumns)) THEN n.stage ELSE '' END
                FROM enrolments n
                WHERE n.subject IN \(list: subjects) AND n.programme IN \(list: programmes) AND n.ended_at IS NULL
                    AND \(allowed.filter(columns))
                """
            ) { row in
                found[try row.text(0), default: []].append((try row.text(1), try row.text(2)))
            }
        }
        return found
    }

    /// By person: each open enrolment and its stage, in words, as far as the viewer may know.
    package static func positions(
        of seen: SeenSubjects, on connection: Connection
    ) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        try seen.each { subjects, allowed in
            try connection.each(
                """
                SELECT n.subject, n.title,
                    CASE WHEN \(allowed.filter(positionColumns)) THEN n.stage_title ELSE '' END
                FROM enrolments n
                WHERE n.subject IN \(list: subjects) AND n.ended_at IS NULL AND \(allowed.filter(columns))
                ORDER BY n.subject, n.opened_at
                """
            ) { row in
                let (title, stage) = (try row.text(1), try row.text(2))
                found[try row.text(0), default: []].append(
                    stage.isEmpty || title == stage ? title : "\(title): \(stage)")
            }
        }
        return found
    }
}
