import SQLAccess

extension Schema {
    static let record = Migration(
        number: 3, name: "subjects, events and their sections",
        steps: [
            .keyed(
                """
                CREATE TABLE subjects (
                    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, agency TEXT NOT NULL REFERENCES agencies (id),
                    created_at BIGINT NOT NULL,
                    joined_to TEXT REFERENCES subjects (id) DEFERRABLE INITIALLY DEFERRED,
                    is_sealed BIGINT NOT NULL, edition BIGINT NOT NULL,
                    CONSTRAINT subjects_sealed CHECK (is_sealed IN (0, 1)))
                """),
            .pair(
                sqlite: """
                    CREATE TABLE events (
                        id TEXT NOT NULL PRIMARY KEY, salt BLOB, subject TEXT NOT NULL REFERENCES subjects (id),
                        type TEXT NOT NULL, version TEXT NOT NULL, act TEXT NOT NULL, reason TEXT,
                        occurred_at BIGINT NOT NULL, occurred_on TEXT, known_at BIGINT NOT NULL,
                        recorded_at BIGINT NOT NULL, by TEXT NOT NULL, agency TEXT NOT NULL,
                        supersedes TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
                        CONSTRAINT events_act CHECK (act IN ('record', 'amend', 'withdraw', 'move')))
                    """,
                postgres: """
                    CREATE TABLE events (
                        id TEXT NOT NULL PRIMARY KEY, salt BYTEA, subject TEXT NOT NULL REFERENCES subjects (id),
                        type TEXT NOT NULL, version TEXT NOT NULL, act TEXT NOT NULL, reason TEXT,
                        occurred_at BIGINT NOT NULL, occurred_on TEXT, known_at BIGINT NOT NULL,
                        recorded_at BIGINT NOT NULL, by TEXT NOT NULL, agency TEXT NOT NULL,
                        supersedes TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
                        CONSTRAINT events_act CHECK (act IN ('record', 'amend', 'withdraw', 'move')))
                    """),
            "CREATE INDEX events_by_subject ON events (subject, occurred_at)",
            "CREATE INDEX events_by_agency ON events (subject, agency, occurred_at)",
            "CREATE INDEX events_by_recording ON events (subject, recorded_at)",
            "CREATE UNIQUE INDEX events_superseded_once ON events (supersedes) WHERE supersedes IS NOT NULL",
            """
            CREATE TABLE event_sections (
                event_id TEXT NOT NULL REFERENCES events (id), section TEXT NOT NULL, answers TEXT NOT NULL,
                PRIMARY KEY (event_id, section))
            """,
            """
            CREATE TABLE event_people (
                event_id TEXT NOT NULL REFERENCES events (id), role TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES subjects (id), PRIMARY KEY (event_id, role, person))
            """,
            "CREATE INDEX event_people_by_person ON event_people (person)",
            "CREATE TABLE event_erasures (event_id TEXT NOT NULL PRIMARY KEY, erased_by_position BIGINT NOT NULL)",
            .pair(
                sqlite: """
                    CREATE TRIGGER events_append_only BEFORE UPDATE ON events
                    WHEN NOT (NEW.salt IS NULL AND EXISTS (SELECT 1 FROM event_erasures WHERE event_id = OLD.id)
                        AND NEW.id = OLD.id AND NEW.subject = OLD.subject AND NEW.type = OLD.type)
                    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
                    """,
                postgres: """
                    CREATE TRIGGER events_append_only BEFORE UPDATE ON events
                    FOR EACH ROW WHEN (NEW.salt IS NOT NULL)
                    EXECUTE FUNCTION refuse_change('events are never changed')
                    """),
            .pair(
                sqlite: """
                    CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
                    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
                    """,
                postgres: """
                    CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
                    FOR EACH ROW EXECUTE FUNCTION refuse_change('events are never deleted')
                    """),
            .pair(
                sqlite: """
                    CREATE TRIGGER sections_append_only BEFORE UPDATE ON event_sections
                    BEGIN SELECT RAISE(ABORT, 'sections are never changed'); END
                    """,
                postgres: """
                    CREATE TRIGGER sections_append_only BEFORE UPDATE ON event_sections
                    FOR EACH ROW EXECUTE FUNCTION refuse_change('sections are never changed')
                    """),
            .pair(
                sqlite: """
                    CREATE TRIGGER sections_erased_by_register BEFORE DELETE ON event_sections
                    WHEN NOT EXISTS (SELECT 1 FROM event_erasures WHERE event_id = OLD.event_id)
                    BEGIN SELECT RAISE(ABORT, 'sections are only erased by the register'); END
                    """,
                postgres: """
                    CREATE FUNCTION refuse_unregistered() RETURNS trigger LANGUAGE plpgsql AS
                    $body$ BEGIN
                        IF NOT EXISTS (SELECT 1 FROM event_erasures WHERE event_id = OLD.event_id) THEN
                            RAISE EXCEPTION 'sections are only erased by the register';
                        END IF;
                        RETURN OLD;
                    END $body$
                    """),
            .only(
                .postgres,
                """
                CREATE TRIGGER sections_erased_by_register BEFORE DELETE ON event_sections
                FOR EACH ROW EXECUTE FUNCTION refuse_unregistered()
                """),
        ],
        meanings: [
            "subjects": "What events belong to: people, encounters with no name, households …",
            "subjects.id": "A short random reference with a check character.",
            "subjects.kind": "person, encounter, household … as the schemes name it.",
            "subjects.agency": "The agency that made it.",
            "subjects.created_at": "Milliseconds since 1970 UTC.",
            "subjects.joined_to": "The record of the same person that this one is joined to.",
            "subjects.is_sealed": "1 when nobody outside a named list may know that it exists.",
            "subjects.edition": "Counts the writes, so that a stale edit is noticed.",
            "events": "The log: what happened. Rows are never changed or deleted.",
            "events.id": "A short random reference.",
            "events.salt": "32 random bytes that the ledger's digest covers; NULL once erased.",
            "events.subject": "The subject it belongs to.",
            "events.type": "The record type, with its scheme.",
            "events.version": "The scheme version it was made under.",
            "events.act": "record, amend, withdraw or move.",
            "events.reason": "Why, for a correction.",
            "events.occurred_at": "The instant it counts at, in milliseconds since 1970 UTC.",
            "events.occurred_on": "The day, ISO, when only the day is known; else NULL.",
            "events.known_at": "When the acting agency learned of it.",
            "events.recorded_at": "When it was entered here.",
            "events.by": "The worker who says so.",
            "events.agency": "The agency that worker acted for, which owns it.",
            "events.supersedes": "The event it corrects.",
            "event_sections": "The answers of an event, one row for each category section.",
            "event_sections.event_id": "The event.",
            "event_sections.section": "The category: who may read it is decided apart from every other.",
            "event_sections.answers": "Canonical JSON: field to answer.",
            "event_people": "Other people an event concerns, in named roles.",
            "event_people.event_id": "The event.",
            "event_people.role": "The field that names them.",
            "event_people.person": "The person.",
            "event_erasures": "Events whose content was lawfully erased.",
            "event_erasures.event_id": "The event.",
            "event_erasures.erased_by_position": "The ledger entry of the erasure.",
        ])
}
