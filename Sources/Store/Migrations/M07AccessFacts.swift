import SQLAccess

extension Schema {
    static let accessFacts = Migration(
        number: 7, name: "referrals, consents, bars and parts, as the policy reads them",
        steps: [
            """
            CREATE TABLE referrals (
                event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id),
                subject TEXT NOT NULL REFERENCES subjects (id), from_agency TEXT NOT NULL, to_agency TEXT NOT NULL,
                service TEXT NOT NULL, state TEXT NOT NULL, sent_at BIGINT NOT NULL, answered_at BIGINT,
                CONSTRAINT referrals_state CHECK (state IN ('sent', 'accepted', 'refused', 'closed')))
            """,
            """
            CREATE INDEX referrals_open ON referrals (to_agency, subject) WHERE state IN ('sent', 'accepted')
            """,
            "CREATE INDEX referrals_by_subject ON referrals (subject)",
            """
            CREATE TABLE consents (
                event_id TEXT NOT NULL REFERENCES events (id), subject TEXT NOT NULL REFERENCES subjects (id),
                recipient TEXT NOT NULL, category TEXT NOT NULL, purpose TEXT NOT NULL, is_written BIGINT NOT NULL,
                from_at BIGINT NOT NULL, until_on TEXT, withdrawn_at BIGINT,
                PRIMARY KEY (event_id, recipient, category, purpose),
                CONSTRAINT consents_written CHECK (is_written IN (0, 1)))
            """,
            "CREATE INDEX consents_in_force ON consents (subject, recipient, category) WHERE withdrawn_at IS NULL",
            "CREATE INDEX consents_by_subject ON consents (subject)",
            .keyed(
                """
                CREATE TABLE bars (
                    subject TEXT NOT NULL REFERENCES subjects (id), worker TEXT NOT NULL, since_at BIGINT NOT NULL,
                    PRIMARY KEY (subject, worker))
                """),
            .keyed(
                """
                CREATE TABLE record_parts (
                    subject TEXT NOT NULL REFERENCES subjects (id), category TEXT NOT NULL, owner TEXT NOT NULL,
                    type TEXT NOT NULL, PRIMARY KEY (subject, category, owner, type))
                """),
        ],
        meanings: [
            "referrals": "Referrals as they stand, read from their events.",
            "referrals.event_id": "The event that made it.",
            "referrals.subject": "The person.",
            "referrals.from_agency": "Who asks.",
            "referrals.to_agency": "Who is asked.",
            "referrals.service": "What for.",
            "referrals.state": "sent, accepted, refused or closed; the first two are open.",
            "referrals.sent_at": "When it was sent.",
            "referrals.answered_at": "When it was answered.",
            "consents": "Consents as they stand, one row for each recipient, category and purpose.",
            "consents.event_id": "The event that records it.",
            "consents.subject": "The person.",
            "consents.recipient": "The agency that may see.",
            "consents.category": "What it may see.",
            "consents.purpose": "What for.",
            "consents.is_written": "1 when it is in writing and signed.",
            "consents.from_at": "When it was given.",
            "consents.until_on": "The last day it holds; NULL until withdrawn.",
            "consents.withdrawn_at": "When it was withdrawn; NULL while it holds.",
            "bars": "Workers who may never see a person, whatever else allows it.",
            "bars.subject": "The person.",
            "bars.worker": "The worker.",
            "bars.since_at": "Since when.",
            "record_parts": "Which kinds of rows a person's record holds: for saying why a part is shown.",
            "record_parts.subject": "The person.",
            "record_parts.category": "The category of the answers.",
            "record_parts.owner": "The agency that owns the event.",
            "record_parts.type": "Its record type.",
        ])
}
