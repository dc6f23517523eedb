import SQLAccess

extension Schema {
    static let ledger = Migration(
        number: 6, name: "the ledger",
        steps: [
            .pair(
                sqlite: """
                    CREATE TABLE ledger_entries (
                        position INTEGER NOT NULL PRIMARY KEY, entry TEXT NOT NULL, leaf_hash BLOB NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE ledger_entries (
                        position BIGINT NOT NULL PRIMARY KEY, entry TEXT NOT NULL, leaf_hash BYTEA NOT NULL)
                    """),
            .pair(
                sqlite: """
                    CREATE TABLE ledger_contents (
                        position INTEGER NOT NULL PRIMARY KEY, salt BLOB NOT NULL, content TEXT NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE ledger_contents (
                        position BIGINT NOT NULL PRIMARY KEY, salt BYTEA NOT NULL, content TEXT NOT NULL)
                    """),
            .keyed(
                """
                CREATE TABLE ledger_subjects (
                    subject TEXT NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (subject, position))
                """),
            "CREATE TABLE ledger_erasures (position BIGINT NOT NULL PRIMARY KEY, erased_by_position BIGINT NOT NULL)",
            "CREATE TABLE ledger_checkpoints (size BIGINT NOT NULL PRIMARY KEY, note TEXT NOT NULL)",
            .pair(
                sqlite: """
                    CREATE TABLE ledger_frontiers (size INTEGER NOT NULL PRIMARY KEY, frontier BLOB NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE ledger_frontiers (size BIGINT NOT NULL PRIMARY KEY, frontier BYTEA NOT NULL)
                    """),
            .pair(
                sqlite: """
                    CREATE TRIGGER ledger_entries_stay BEFORE UPDATE ON ledger_entries
                    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                    """,
                postgres: """
                    CREATE TRIGGER ledger_entries_stay BEFORE UPDATE OR DELETE ON ledger_entries
                    FOR EACH ROW EXECUTE FUNCTION refuse_change('the ledger is append-only')
                    """),
            .only(
                .sqlite,
                """
                CREATE TRIGGER ledger_entries_never_deleted BEFORE DELETE ON ledger_entries
                BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                """),
            .pair(
                sqlite: """
                    CREATE TRIGGER ledger_contents_stay BEFORE UPDATE ON ledger_contents
                    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
                    """,
                postgres: """
                    CREATE TRIGGER ledger_contents_stay BEFORE UPDATE ON ledger_contents
                    FOR EACH ROW EXECUTE FUNCTION refuse_change('the ledger is append-only')
                    """),
            .pair(
                sqlite: """
                    CREATE TRIGGER ledger_contents_erased_by_register BEFORE DELETE ON ledger_contents
                    WHEN NOT EXISTS (SELECT 1 FROM ledger_erasures WHERE position = OLD.position)
                    BEGIN SELECT RAISE(ABORT, 'contents are only erased by the register'); END
                    """,
                postgres: """
                    CREATE FUNCTION refuse_unregistered_content() RETURNS trigger LANGUAGE plpgsql AS
                    $body$ BEGIN
                        IF NOT EXISTS (SELECT 1 FROM ledger_erasures WHERE position = OLD.position) THEN
                            RAISE EXCEPTION 'contents are only erased by the register';
                        END IF;
                        RETURN OLD;
                    END $body$
                    """),
            .only(
                .postgres,
                """
                CREATE TRIGGER ledger_contents_erased_by_register BEFORE DELETE ON ledger_contents
                FOR EACH ROW EXECUTE FUNCTION refuse_unregistered_content()
                """),
        ],
        meanings: [
            "ledger_entries": "The ledger: one canonical line for everything written and looked at.",
            "ledger_entries.position": "Its place, from 0 without gaps.",
            "ledger_entries.entry": "The canonical line; it holds no personal data.",
            "ledger_entries.leaf_hash": "SHA-256 of 0x00 and the line.",
            "ledger_contents": "What each entry commits to, kept beside it so that it can be erased.",
            "ledger_contents.position": "The entry.",
            "ledger_contents.salt": "The random bytes of the commitment.",
            "ledger_contents.content": "Canonical JSON: who was shown what, or which events were written.",
            "ledger_subjects": "Which entries concern a subject, to answer *who has looked*.",
            "ledger_subjects.subject": "The subject.",
            "ledger_subjects.position": "The entry.",
            "ledger_erasures": "Contents lawfully erased.",
            "ledger_erasures.position": "The entry whose content is gone.",
            "ledger_erasures.erased_by_position": "The entry of the erasure.",
            "ledger_checkpoints": "Signed statements of the ledger's size and root.",
            "ledger_checkpoints.size": "How many entries it covers.",
            "ledger_checkpoints.note": "The signed note.",
            "ledger_frontiers": "The right edge of the tree at each checkpoint, so that the next is quick.",
            "ledger_frontiers.size": "How many entries it covers.",
            "ledger_frontiers.frontier": "The hashes of the complete subtrees.",
        ])
}
