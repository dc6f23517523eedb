import Domain
import SQLAccess
import Store

@testable import Casework

extension BulkRecordTests {
    /// Every row about people, by table, as text. What is drawn at random is left out (salts, and what is hashed with
    /// them), and so is when a standing was last worked out, with what an ended enrolment then counted of recent days.
    ///
    /// - Parameter ids: what references are called instead.
    static func rows(of world: World, renaming ids: [String: String]) async throws -> [String: [String]] {
        _ = try await IndexSubjects(world)()
        // Whose entries do not stand on a person's page were made before any person was.
        let found = try await world.database.read { connection in
            try queries.map { table, query in (table, try connection.all(query) { try $0.text(0) }) }
        }
        return Dictionary(
            uniqueKeysWithValues: found.map { table, rows in
                (table, rows.map { renamed($0, ids) }.sorted())
            })
    }

    /// References stand between quotation marks, whole.
    private static func renamed(_ row: String, _ ids: [String: String]) -> String {
        row.split(separator: "\"", omittingEmptySubsequences: false)
            .map { ids[String($0)] ?? String($0) }.joined(separator: "\"")
    }

    private static let queries: [(table: String, query: SQLQuery)] = [
        (
            "subjects",
            """
            SELECT json_array(id, kind, agency, created_at, joined_to, is_sealed, edition)
            FROM subjects
            """
        ),
        (
            "events",
            """
            SELECT json_array(id, subject, type, version, act, reason, occurred_at, occurred_on,
                known_at, recorded_at, by, agency, supersedes)
            FROM events
            """
        ),
        (
            "event_sections",
            """
            SELECT json_array(event_id, section, answers)
            FROM event_sections
            """
        ),
        (
            "event_people",
            """
            SELECT json_array(event_id, role, person)
            FROM event_people
            """
        ),
        (
            "person_names",
            """
            SELECT json_array(event_id, number, subject, kind, given, family, known_as,
                given_key, family_key, family_sound, category, agency, type, occurred_at)
            FROM person_names
            """
        ),
        (
            "person_births",
            """
            SELECT json_array(event_id, subject, born_on, estimated_year, category, agency,
                type, occurred_at)
            FROM person_births
            """
        ),
        (
            "person_identifiers",
            """
            SELECT json_array(event_id, kind, value, subject, category, agency, type,
                occurred_at)
            FROM person_identifiers
            """
        ),
        (
            "standings",
            """
            SELECT json_array(subject, next_change_at)
            FROM standings
            """
        ),
        (
            "enrolments",
            """
            SELECT json_array(opened_by, programme, subject, title, version, agency, opened_at,
                stage, stage_title, stage_since, is_suspended, ended_at, end_reason, end_title,
                lead_kind, lead_worker, lead_since, category, owner, type,
                position_category, lead_category, lead_type)
            FROM enrolments
            """
        ),
        (
            "enrolment_values",
            """
            SELECT json_array(v.opened_by, v.programme, v.value, v.subject, v.title, v.category, v.owner, v.type,
                CASE WHEN n.ended_at IS NULL OR v.type <> '' THEN v.answer END)
            FROM enrolment_values v JOIN enrolments n ON n.opened_by = v.opened_by AND n.programme = v.programme
            """
        ),
        (
            "enrolment_flags",
            """
            SELECT json_array(opened_by, programme, flag, subject, title, category, owner, type)
            FROM enrolment_flags
            """
        ),
        (
            "deadlines",
            """
            SELECT json_array(opened_by, programme, clock, number, subject, agency, title,
                state, from_text, due_text, due_at, warns_at, category, owner, type, basis, source, because,
                duty, is_persons_duty, is_outstanding, is_led, anchor, done_by, done_at, voided_by,
                in_a_row, of_in_a_row, is_provisional, escalates_at, escalates_to)
            FROM deadlines
            """
        ),
        (
            "record_parts",
            """
            SELECT json_array(subject, category, owner, type)
            FROM record_parts
            """
        ),
        (
            "referrals",
            """
            SELECT json_array(event_id, subject, from_agency, to_agency, service, state,
                sent_at, answered_at)
            FROM referrals
            """
        ),
        (
            "consents",
            """
            SELECT json_array(event_id, subject, recipient, category, purpose, is_written,
                from_at, until_on, withdrawn_at, renewed_at)
            FROM consents
            """
        ),
        (
            "bars",
            """
            SELECT json_array(subject, worker, since_at)
            FROM bars
            """
        ),
        (
            "appointments",
            """
            SELECT json_array(event_id, subject, slot, agency, venue, purpose, starts_at,
                minutes, worker, state, category, type, owner)
            FROM appointments
            """
        ),
        (
            "ledger_subjects",
            """
            SELECT json_array(subject, position)
            FROM ledger_subjects
            """
        ),
        (
            "ledger",
            """
            SELECT json_array(json_remove(l.entry, '$.commitment'), json_remove(c.content, '$.events'),
                (SELECT json_group_array(json_extract(value, '$.id')) FROM json_each(c.content, '$.events')))
            FROM ledger_entries l JOIN ledger_contents c ON c.position = l.position
            WHERE l.position IN (SELECT position FROM ledger_subjects WHERE subject <> 'administration')
            """
        ),
    ]
}
