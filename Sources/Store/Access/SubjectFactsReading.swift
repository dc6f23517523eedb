package import Domain
import SQLAccess

/// Reads what the policy knows of subjects, in the same snapshot as the rows it decides about.
package enum SubjectFactsReading {
    /// The facts of one subject; `SubjectFacts.unknown` where there is none. One statement.
    package static func facts(of subject: String, on connection: Connection) throws -> SubjectFacts {
        try found([subject], on: connection)[ByteText(subject)] ?? .unknown
    }

    /// Every fact that ever held of one subject, ended ones too, and no bar or seal: for judging a look that was let
    /// through when it was made. Nothing is shown on the strength of it. One statement.
    package static func pastFacts(of subject: String, on connection: Connection) throws -> SubjectFacts {
        var facts = SubjectFacts()
        try connection.each(pastQuery(subject)) { try facts.read($0) }
        return facts
    }

    /// The facts of each subject, in the order asked; `SubjectFacts.unknown` for one that is not there. One statement
    /// for each 512 subjects.
    package static func facts(of subjects: [String], on connection: Connection) throws -> [SubjectFacts] {
        var found: [ByteText: SubjectFacts] = [:]
        for start in stride(from: 0, to: subjects.count, by: chunk) {
            let part = Array(subjects[start..<min(start + chunk, subjects.count)])
            found.merge(try self.found(part.paddedForStatements, on: connection)) { first, _ in first }
        }
        return subjects.map { found[ByteText($0)] ?? .unknown }
    }

    private static let chunk = 512

    private static func found(_ subjects: [String], on connection: Connection) throws -> [ByteText: SubjectFacts] {
        var found: [ByteText: SubjectFacts] = [:]
        try connection.each(query(subjects)) { row in
            let subject = ByteText(try row.text(1))
            try found[subject, default: SubjectFacts()].read(row)
        }
        return found
    }

    /// Columns: which fact, the subject, three texts, a text that may be NULL, a flag, an instant.
    static func query(_ subjects: [String]) -> SQLQuery {
        """
        SELECT 'subject', id, '', '', '', CAST(NULL AS TEXT), is_sealed, 0
        FROM subjects WHERE id IN \(list: subjects)
        UNION ALL
        SELECT 'enrolment', subject, programme, agency, '', lead_worker, 0, 0
        FROM enrolments WHERE subject IN \(list: subjects) AND ended_at IS NULL
        UNION ALL
        SELECT 'referral', subject, to_agency, '', '', NULL, 0, 0
        FROM referrals WHERE subject IN \(list: subjects) AND state IN ('sent', 'accepted')
        UNION ALL
        SELECT 'consent', subject, recipient, category, purpose, until_on, is_written, from_at
        FROM consents WHERE subject IN \(list: subjects) AND withdrawn_at IS NULL AND renewed_at IS NULL
        UNION ALL
        SELECT 'bar', subject, worker, '', '', NULL, 0, 0
        FROM bars WHERE subject IN \(list: subjects)
        UNION ALL
        SELECT kind, subject, name, '', '', NULL, 0, 0
        FROM access_marks WHERE subject IN \(list: subjects)
        UNION ALL
        SELECT 'glass', subject, worker, '', '', NULL, 0, 0
        FROM glass_breaks WHERE subject IN \(list: subjects) AND ended_at IS NULL
        """
    }

    /// The columns of `query`.
    private static func pastQuery(_ subject: String) -> SQLQuery {
        """
        SELECT 'enrolment', subject, programme, agency, '', CAST(lead_worker AS TEXT), 0, 0
        FROM enrolments WHERE subject = \(subject)
        UNION ALL
        SELECT 'referral', subject, to_agency, '', '', NULL, 0, 0
        FROM referrals WHERE subject = \(subject)
        UNION ALL
        SELECT 'consent', subject, recipient, category, purpose, until_on, is_written, from_at
        FROM consents WHERE subject = \(subject)
        UNION ALL
        SELECT kind, subject, name, '', '', NULL, 0, 0
        FROM access_marks WHERE subject = \(subject) AND kind = 'told'
        UNION ALL
        SELECT 'glass', subject, worker, '', '', NULL, 0, 0
        FROM glass_breaks WHERE subject = \(subject)
        """
    }
}

extension SubjectFacts {
    fileprivate mutating func read(_ row: any SQLRow) throws {
        switch try row.text(0) {
        case "subject":
            isSealed = try row.flag(6)
        case "enrolment":
            enrolments.append(
                Enrolment(programme: try row.text(2), agency: try row.text(3), lead: try row.textOrNull(5)))
        case "referral":
            openReferrals.insert(ByteText(try row.text(2)))
        case "consent":
            consents.append(
                Consent(
                    recipient: try row.text(2), category: try row.text(3), purpose: try row.text(4),
                    isWritten: try row.flag(6), from: Instant(milliseconds: try row.integer(7)),
                    until: try SubjectFacts.day(row, 5)))
        case "glass":
            openedFor.insert(ByteText(try row.text(2)))
        case "told":
            toldAgencies.insert(ByteText(try row.text(2)))
        case "admitted":
            admittedWorkers = (admittedWorkers ?? []).union([ByteText(try row.text(2))])
        default:
            barredWorkers.insert(ByteText(try row.text(2)))
        }
    }

    /// A day that is not one is a damaged row: nothing is shown on the strength of it.
    private static func day(_ row: any SQLRow, _ column: Int) throws -> Day? {
        guard let text = try row.textOrNull(column) else { return nil }
        guard let day = Day(text) else { throw SQLFault.unreadable(column: column) }
        return day
    }
}
