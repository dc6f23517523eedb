import SQLAccess

extension Schema {
    static let people = Migration(
        number: 4, name: "names, births and identifiers to search by",
        steps: [
            """
            CREATE TABLE person_names (
                event_id TEXT NOT NULL REFERENCES events (id), number BIGINT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), kind TEXT NOT NULL, given TEXT NOT NULL,
                family TEXT NOT NULL, known_as TEXT NOT NULL, given_key TEXT NOT NULL, family_key TEXT NOT NULL,
                family_sound TEXT NOT NULL, category TEXT NOT NULL, agency TEXT NOT NULL, type TEXT NOT NULL,
                occurred_at BIGINT NOT NULL,
                PRIMARY KEY (event_id, number))
            """,
            "CREATE INDEX person_names_by_family ON person_names (family_key, given_key)",
            "CREATE INDEX person_names_by_given ON person_names (given_key, family_key)",
            "CREATE INDEX person_names_by_sound ON person_names (family_sound, given_key)",
            "CREATE INDEX person_names_by_subject ON person_names (subject, occurred_at)",
            """
            CREATE TABLE person_births (
                event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id),
                subject TEXT NOT NULL REFERENCES subjects (id), born_on TEXT, estimated_year BIGINT,
                category TEXT NOT NULL, agency TEXT NOT NULL, type TEXT NOT NULL, occurred_at BIGINT NOT NULL)
            """,
            "CREATE INDEX person_births_by_day ON person_births (born_on)",
            "CREATE INDEX person_births_by_subject ON person_births (subject, occurred_at)",
            """
            CREATE TABLE person_identifiers (
                event_id TEXT NOT NULL REFERENCES events (id), kind TEXT NOT NULL, value TEXT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), category TEXT NOT NULL, agency TEXT NOT NULL,
                type TEXT NOT NULL, occurred_at BIGINT NOT NULL, PRIMARY KEY (event_id, kind, value))
            """,
            "CREATE INDEX person_identifiers_by_value ON person_identifiers (value, kind)",
            "CREATE INDEX person_identifiers_by_subject ON person_identifiers (subject)",
        ],
        meanings: [
            "person_names": "Names to search by, read from events in force; made again when they change.",
            "person_names.event_id": "The event that states it.",
            "person_names.number": "Which of the event's names, from 0.",
            "person_names.subject": "The person.",
            "person_names.kind": "legal, alias or former.",
            "person_names.given": "As it was given.",
            "person_names.family": "As it was given.",
            "person_names.known_as": "As it was given; may be empty.",
            "person_names.given_key": "Folded to search by.",
            "person_names.family_key": "Folded to search by.",
            "person_names.family_sound": "How the family name sounds.",
            "person_names.category": "The category of the field that states it.",
            "person_names.agency": "The agency that owns the event.",
            "person_names.type": "The event's record type.",
            "person_names.occurred_at": "When the event counts, in milliseconds since 1970 UTC.",
            "person_births": "Birth dates to search by, read from events in force.",
            "person_births.event_id": "The event that states it.",
            "person_births.subject": "The person.",
            "person_births.born_on": "The day, ISO; NULL when estimated.",
            "person_births.estimated_year": "The year worked out from an estimated age.",
            "person_births.category": "The category of the field that states it.",
            "person_births.agency": "The agency that owns the event.",
            "person_births.type": "The event's record type.",
            "person_births.occurred_at": "When the event counts.",
            "person_identifiers": "Identifiers to search by, read from events in force. Several of a kind each.",
            "person_identifiers.event_id": "The event that states it.",
            "person_identifiers.kind": "pnc, cro, nhs … as the schemes' facts name them.",
            "person_identifiers.value": "In its canonical form.",
            "person_identifiers.subject": "The person.",
            "person_identifiers.category": "The category of the field that states it.",
            "person_identifiers.agency": "The agency that owns the event.",
            "person_identifiers.type": "The event's record type.",
            "person_identifiers.occurred_at": "When the event counts.",
        ])
}
