import SQLAccess

/// All that is kept about a subject beside its log, as bytes, so that it can be held against what the log gives.
package struct DerivedRows: Sendable, Hashable {
    /// By table: its rows, in the order of their bytes.
    private let tables: [String: [[UInt8]]]

    /// The tables whose rows are not the same, by name.
    package func differing(from other: DerivedRows) -> [String] {
        Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }.sorted()
    }

    /// Reads every derived row of a subject; when it was derived is left out.
    package init(of subject: String, on connection: Connection) throws {
        var tables: [String: [[UInt8]]] = [:]
        for (name, query, columns) in Self.queries(subject) {
            let rows = try connection.all(query) { row in
                try (0..<columns).flatMap { column -> [UInt8] in
                    // A NULL and an empty text are not the same.
                    try row.textOrNull(column).map { Array($0.utf8) + [0x1F] } ?? [0x1E]
                }
            }
            tables[name] = rows.sorted { $0.lexicographicallyPrecedes($1) }
        }
        self.tables = tables
    }

    private static func queries(_ subject: String) -> [(name: String, query: SQLQuery, columns: Int)] {
        [
            (
                "enrolments",
                """
                SELECT CAST(opened_by AS TEXT), CAST(programme AS TEXT), CAST(title AS TEXT), CAST(version AS
                    TEXT), CAST(agency AS TEXT), CAST(opened_at AS TEXT), CAST(stage AS TEXT), CAST(stage_title AS
                    TEXT), CAST(stage_since AS TEXT), CAST(is_suspended AS TEXT), CAST(ended_at AS TEXT),
                    CAST(end_reason AS TEXT), CAST(end_title AS TEXT), CAST(lead_kind AS TEXT), CAST(lead_worker AS
                    TEXT), CAST(lead_since AS TEXT), CAST(category AS TEXT), CAST(owner AS TEXT), CAST(type AS TEXT),
                    CAST(position_category AS TEXT), CAST(lead_category AS TEXT), CAST(lead_type AS TEXT)
                FROM enrolments
                WHERE subject = \(subject)
                """, 22
            ),
            (
                "enrolment_values",
                """
                SELECT CAST(opened_by AS TEXT), CAST(programme AS TEXT), CAST(value AS TEXT), CAST(title AS
                    TEXT), CAST(category AS TEXT), CAST(owner AS TEXT), CAST(type AS TEXT), CAST(answer AS TEXT)
                FROM enrolment_values
                WHERE opened_by IN (SELECT opened_by FROM enrolments WHERE subject = \(subject)) AND subject = \(subject)
                """, 8
            ),
            (
                "enrolment_flags",
                """
                SELECT CAST(opened_by AS TEXT), CAST(programme AS TEXT), CAST(flag AS TEXT), CAST(title AS
                    TEXT), CAST(category AS TEXT), CAST(owner AS TEXT), CAST(type AS TEXT)
                FROM enrolment_flags
                WHERE opened_by IN (SELECT opened_by FROM enrolments WHERE subject = \(subject)) AND subject = \(subject)
                """, 7
            ),
            (
                "deadlines",
                """
                SELECT CAST(opened_by AS TEXT), CAST(programme AS TEXT), CAST(clock AS TEXT), CAST(number AS
                    TEXT), CAST(agency AS TEXT), CAST(title AS TEXT), CAST(state AS TEXT), CAST(from_text AS TEXT),
                    CAST(due_text AS TEXT), CAST(due_at AS TEXT), CAST(warns_at AS TEXT), CAST(category AS TEXT),
                    CAST(basis AS TEXT), CAST(source AS TEXT), CAST(because AS TEXT), CAST(duty AS TEXT),
                    CAST(is_persons_duty AS TEXT), CAST(is_outstanding AS TEXT), CAST(anchor AS TEXT), CAST(done_by
                    AS TEXT), CAST(done_at AS TEXT), CAST(voided_by AS TEXT), CAST(in_a_row AS TEXT),
                    CAST(of_in_a_row AS TEXT), CAST(is_provisional AS TEXT), CAST(escalates_at AS TEXT),
                    CAST(escalates_to AS TEXT), CAST(is_led AS TEXT), CAST(owner AS TEXT), CAST(type AS TEXT)
                FROM deadlines
                WHERE subject = \(subject)
                """, 30
            ),
            (
                "person_names",
                """
                SELECT CAST(event_id AS TEXT), CAST(number AS TEXT), CAST(kind AS TEXT), CAST(given AS TEXT),
                    CAST(family AS TEXT), CAST(known_as AS TEXT), CAST(given_key AS TEXT), CAST(family_key AS TEXT),
                    CAST(family_sound AS TEXT), CAST(category AS TEXT), CAST(agency AS TEXT), CAST(type AS TEXT),
                    CAST(occurred_at AS TEXT)
                FROM person_names
                WHERE subject = \(subject)
                """, 13
            ),
            (
                "person_births",
                """
                SELECT CAST(event_id AS TEXT), CAST(born_on AS TEXT), CAST(estimated_year AS TEXT),
                    CAST(category AS TEXT), CAST(agency AS TEXT), CAST(type AS TEXT), CAST(occurred_at AS TEXT)
                FROM person_births
                WHERE subject = \(subject)
                """, 7
            ),
            (
                "person_identifiers",
                """
                SELECT CAST(event_id AS TEXT), CAST(kind AS TEXT), CAST(value AS TEXT), CAST(category AS TEXT),
                    CAST(agency AS TEXT), CAST(type AS TEXT), CAST(occurred_at AS TEXT)
                FROM person_identifiers
                WHERE subject = \(subject)
                """, 7
            ),
            (
                "referrals",
                """
                SELECT CAST(event_id AS TEXT), CAST(from_agency AS TEXT), CAST(to_agency AS TEXT), CAST(service
                    AS TEXT), CAST(state AS TEXT), CAST(sent_at AS TEXT), CAST(answered_at AS TEXT)
                FROM referrals
                WHERE subject = \(subject)
                """, 7
            ),
            (
                "consents",
                """
                SELECT CAST(event_id AS TEXT), CAST(recipient AS TEXT), CAST(category AS TEXT), CAST(purpose AS
                    TEXT), CAST(is_written AS TEXT), CAST(from_at AS TEXT), CAST(until_on AS TEXT),
                    CAST(withdrawn_at AS TEXT), CAST(renewed_at AS TEXT)
                FROM consents
                WHERE subject = \(subject)
                """, 9
            ),
            (
                "access_marks",
                """
                SELECT CAST(kind AS TEXT), CAST(name AS TEXT), CAST(since_at AS TEXT)
                FROM access_marks
                WHERE subject = \(subject)
                """, 3
            ),
            (
                "bars",
                """
                SELECT CAST(worker AS TEXT), CAST(since_at AS TEXT)
                FROM bars
                WHERE subject = \(subject)
                """, 2
            ),
            (
                "record_parts",
                """
                SELECT CAST(category AS TEXT), CAST(owner AS TEXT), CAST(type AS TEXT)
                FROM record_parts
                WHERE subject = \(subject)
                """, 3
            ),
            (
                "appointments",
                """
                SELECT CAST(event_id AS TEXT), CAST(slot AS TEXT), CAST(agency AS TEXT), CAST(venue AS TEXT),
                    CAST(purpose AS TEXT), CAST(starts_at AS TEXT), CAST(minutes AS TEXT), CAST(worker AS TEXT),
                    CAST(state AS TEXT), CAST(category AS TEXT), CAST(type AS TEXT), CAST(owner AS TEXT)
                FROM appointments
                WHERE subject = \(subject)
                """, 12
            ),
            (
                "standings",
                "SELECT CAST(next_change_at AS TEXT) FROM standings WHERE subject = \(subject)", 1
            ),
            ("subjects", "SELECT CAST(is_sealed AS TEXT) FROM subjects WHERE id = \(subject)", 1),
        ]
    }
}
