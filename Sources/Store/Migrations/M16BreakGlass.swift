import SQLAccess

extension Schema {
    static let breakGlass = Migration(
        number: 16, name: "records that were opened by breaking the glass, and who reviews that",
        steps: [
            """
            CREATE TABLE glass_breaks (
                id TEXT NOT NULL PRIMARY KEY, subject TEXT NOT NULL REFERENCES subjects (id), worker TEXT NOT NULL,
                agency TEXT NOT NULL, role TEXT NOT NULL, reason TEXT NOT NULL, broken_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL, ended_at BIGINT, review_due_at BIGINT NOT NULL, reviewed_at BIGINT,
                reviewed_by TEXT, outcome TEXT, words TEXT,
                CONSTRAINT glass_breaks_outcome CHECK (outcome IN ('justified', 'not-justified', 'referred')))
            """,
            "CREATE INDEX glass_breaks_by_subject ON glass_breaks (subject, worker, ended_at)",
            "CREATE INDEX glass_breaks_by_worker ON glass_breaks (worker, broken_at)",
            "CREATE INDEX glass_breaks_to_review ON glass_breaks (agency, review_due_at) WHERE reviewed_at IS NULL",
            .keyed(
                """
                CREATE TABLE glass_reviewers (
                    agency TEXT NOT NULL REFERENCES agencies (id), worker TEXT NOT NULL REFERENCES workers (id),
                    since_at BIGINT NOT NULL, PRIMARY KEY (agency, worker))
                """),
            "CREATE INDEX glass_reviewers_by_worker ON glass_reviewers (worker)",
        ],
        meanings: [
            "glass_breaks": "Records that somebody opened who could not see them, in an emergency.",
            "glass_breaks.id": "What a reviewer is told it by; says nothing of the person.",
            "glass_breaks.subject": "Whose record.",
            "glass_breaks.worker": "Who opened it.",
            "glass_breaks.agency": "For which agency: its reviewers are told.",
            "glass_breaks.role": "In which role: what it reads of its own people's records was opened.",
            "glass_breaks.reason": "Why, in the worker's words.",
            "glass_breaks.broken_at": "When.",
            "glass_breaks.until_at": "When it closes by itself.",
            "glass_breaks.ended_at": "When it closed; NULL while it is open.",
            "glass_breaks.review_due_at": "By when it is to be reviewed.",
            "glass_breaks.reviewed_at": "When it was reviewed; NULL until it is.",
            "glass_breaks.reviewed_by": "Who reviewed it; never who opened it.",
            "glass_breaks.outcome": "justified, not-justified, or referred to somebody else to decide.",
            "glass_breaks.words": "What the reviewer found, in their words.",
            "glass_reviewers": "Who reviews what is opened by breaking the glass.",
            "glass_reviewers.agency": "Whose workers they review.",
            "glass_reviewers.worker": "The reviewer.",
            "glass_reviewers.since_at": "Since when.",
        ])
}
