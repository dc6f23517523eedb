import SQLAccess

extension Schema {
    static let consents = Migration(
        number: 15, name: "consents that were given anew, people whom only named workers may see, and who was told",
        steps: [
            "ALTER TABLE consents ADD COLUMN renewed_at BIGINT",
            .keyed(
                """
                CREATE TABLE access_marks (
                    subject TEXT NOT NULL REFERENCES subjects (id), kind TEXT NOT NULL, name TEXT NOT NULL,
                    since_at BIGINT NOT NULL, PRIMARY KEY (subject, kind, name),
                    CONSTRAINT access_marks_kind CHECK (kind IN ('admitted', 'told')))
                """),
        ],
        meanings: [
            "consents.renewed_at":
                "When the person was asked again: their later word counts. NULL while this one does.",
            "access_marks": "Who is named in a record in a way that decides who may see it.",
            "access_marks.subject": "The person.",
            "access_marks.kind": """
            admitted: a worker, of the only ones who may see the person, where there are any; told: an agency that was told \
            something of the person.
            """,
            "access_marks.name": "The worker, or the agency.",
            "access_marks.since_at": "Since when.",
        ])
}
