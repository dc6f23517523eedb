import SQLAccess

extension Schema {
    static let waitingWork = Migration(
        number: 10, name: "drafts, waiting work and keys of writes",
        steps: [
            """
            CREATE TABLE drafts (
                id TEXT NOT NULL PRIMARY KEY, worker TEXT NOT NULL REFERENCES workers (id), agency TEXT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), type TEXT NOT NULL, fields TEXT NOT NULL,
                saved_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX drafts_one_each ON drafts (worker, agency, subject, type)",
            "CREATE INDEX drafts_expiring ON drafts (expires_at)",
            """
            CREATE TABLE write_keys (
                worker TEXT NOT NULL, name TEXT NOT NULL, body_digest TEXT NOT NULL, result TEXT NOT NULL,
                at BIGINT NOT NULL, PRIMARY KEY (worker, name))
            """,
            "CREATE INDEX write_keys_by_age ON write_keys (at)",
            """
            CREATE TABLE waiting_work (
                id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, about TEXT NOT NULL, due_at BIGINT NOT NULL,
                leased_until BIGINT, leased_by TEXT, attempts BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX waiting_work_once ON waiting_work (kind, about)",
            "CREATE INDEX waiting_work_due ON waiting_work (due_at)",
            """
            CREATE TABLE escalations (
                opened_by TEXT NOT NULL, programme TEXT NOT NULL, clock TEXT NOT NULL, number BIGINT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), agency TEXT NOT NULL, role TEXT NOT NULL,
                raised_at BIGINT NOT NULL, acknowledged_at BIGINT, acknowledged_by TEXT,
                PRIMARY KEY (opened_by, programme, clock, number, role))
            """,
            "CREATE INDEX escalations_open ON escalations (agency, role) WHERE acknowledged_at IS NULL",
        ],
        meanings: [
            "drafts": "What a worker has begun and not recorded. Theirs alone; not part of the record.",
            "drafts.id": "A short random reference.",
            "drafts.worker": "Whose.",
            "drafts.agency": "For which agency they were acting.",
            "drafts.subject": "About whom.",
            "drafts.type": "The record type.",
            "drafts.fields": "What was typed, as canonical JSON.",
            "drafts.saved_at": "When.",
            "drafts.expires_at": "When it is thrown away.",
            "write_keys": "Keys of writes done, so that a second press does nothing twice.",
            "write_keys.worker": "Who wrote.",
            "write_keys.name": "The key the form carried.",
            "write_keys.body_digest": "A digest of what was sent: the same key with another body is refused.",
            "write_keys.result": "Where the first one led.",
            "write_keys.at": "When.",
            "waiting_work": "What the runner will do.",
            "waiting_work.id": "A short random reference.",
            "waiting_work.kind": "What.",
            "waiting_work.about": "For which subject or thing.",
            "waiting_work.due_at": "Not before.",
            "waiting_work.leased_until": "While it is being done, until when.",
            "waiting_work.leased_by": "By which runner.",
            "waiting_work.attempts": "How often it was tried.",
            "escalations": "Misses that have reached a role and wait for a named person's acknowledgement.",
            "escalations.opened_by": "The enrolment's opening event.",
            "escalations.programme": "The programme.",
            "escalations.clock": "The clock, or the flag, that is escalated.",
            "escalations.number": "Which instance.",
            "escalations.subject": "The subject.",
            "escalations.agency": "The agency whose role is asked.",
            "escalations.role": "The role it reached.",
            "escalations.raised_at": "When.",
            "escalations.acknowledged_at": "When somebody took it.",
            "escalations.acknowledged_by": "Who.",
        ])
}
