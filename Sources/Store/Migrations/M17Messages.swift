import SQLAccess

extension Schema {
    static let messages = Migration(
        number: 17, name: "what agencies are told",
        steps: [
            """
            CREATE TABLE messages (
                id TEXT NOT NULL PRIMARY KEY, agency TEXT NOT NULL REFERENCES agencies (id), kind TEXT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), sender TEXT NOT NULL, content TEXT NOT NULL,
                sent_at BIGINT NOT NULL, noted_at BIGINT, noted_by TEXT)
            """,
            "CREATE INDEX messages_unnoted ON messages (agency, sent_at) WHERE noted_at IS NULL",
            "CREATE INDEX messages_by_subject ON messages (subject)",
        ],
        meanings: [
            "messages": "What an agency is told about a record that it may no longer see: by reference, never by name.",
            "messages.id": "What it is called by.",
            "messages.agency": "Who is told.",
            "messages.kind": "consent-ended: the person took back what they had agreed to.",
            "messages.subject": "Whose record it is about.",
            "messages.sender": "The agency whose record led to it.",
            "messages.content": "What is said besides, as canonical JSON; it names nobody.",
            "messages.sent_at": "When.",
            "messages.noted_at": "When somebody there said that they have noted it; NULL until then.",
            "messages.noted_by": "Who.",
        ])
}
