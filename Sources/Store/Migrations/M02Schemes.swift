import SQLAccess

extension Schema {
    static let schemes = Migration(
        number: 2, name: "published schemes",
        steps: [
            """
            CREATE TABLE scheme_versions (
                version TEXT NOT NULL PRIMARY KEY, scheme TEXT NOT NULL, title TEXT NOT NULL, from_on TEXT,
                published_at BIGINT NOT NULL, published_by TEXT NOT NULL, number BIGINT NOT NULL UNIQUE)
            """,
            """
            CREATE TABLE scheme_files (
                version TEXT NOT NULL REFERENCES scheme_versions (version), path TEXT NOT NULL, content TEXT NOT NULL,
                PRIMARY KEY (version, path))
            """,
            .pair(
                sqlite: """
                    CREATE TRIGGER scheme_files_stay BEFORE UPDATE ON scheme_files
                    BEGIN SELECT RAISE(ABORT, 'a published scheme is never changed'); END
                    """,
                postgres: """
                    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                    $body$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END $body$
                    """),
            .only(
                .postgres,
                """
                CREATE TRIGGER scheme_files_stay BEFORE UPDATE ON scheme_files
                FOR EACH ROW EXECUTE FUNCTION refuse_change('a published scheme is never changed')
                """),
        ],
        meanings: [
            "scheme_versions": "Published versions of schemes; never changed, never removed.",
            "scheme_versions.version": "The scheme's id, @ and the start of the digest of its files.",
            "scheme_versions.scheme": "The scheme's id.",
            "scheme_versions.title": "Its title.",
            "scheme_versions.from_on": "The first day new enrolments begin under it; NULL for always.",
            "scheme_versions.published_at": "When it was published, in milliseconds since 1970 UTC.",
            "scheme_versions.published_by": "The worker, or the command, that published it.",
            "scheme_versions.number": "The order of publication.",
            "scheme_files": "The files of each version, as they were checked.",
            "scheme_files.version": "The version.",
            "scheme_files.path": "The file's path within the scheme's folder.",
            "scheme_files.content": "Its text.",
        ])
}
