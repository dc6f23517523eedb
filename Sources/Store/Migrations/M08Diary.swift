import SQLAccess

extension Schema {
    static let diary = Migration(
        number: 8, name: "the diary and the duty rota",
        steps: [
            """
            CREATE TABLE diary_slots (
                id TEXT NOT NULL PRIMARY KEY, agency TEXT NOT NULL REFERENCES agencies (id),
                venue TEXT NOT NULL REFERENCES venues (id), purpose TEXT NOT NULL, starts_at BIGINT NOT NULL,
                minutes BIGINT NOT NULL, worker TEXT REFERENCES workers (id), room TEXT NOT NULL)
            """,
            "CREATE UNIQUE INDEX diary_slots_once ON diary_slots (venue, room, starts_at)",
            "CREATE INDEX diary_slots_by_time ON diary_slots (agency, purpose, starts_at)",
            """
            CREATE TABLE appointments (
                event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id),
                subject TEXT NOT NULL REFERENCES subjects (id), slot TEXT REFERENCES diary_slots (id),
                agency TEXT NOT NULL, venue TEXT NOT NULL, purpose TEXT NOT NULL, starts_at BIGINT NOT NULL,
                minutes BIGINT NOT NULL, worker TEXT, state TEXT NOT NULL, category TEXT NOT NULL, type TEXT NOT NULL,
                owner TEXT NOT NULL,
                CONSTRAINT appointments_state CHECK (state IN ('booked', 'attended', 'missed', 'replaced', 'cancelled')))
            """,
            "CREATE UNIQUE INDEX appointments_slot_once ON appointments (slot) WHERE slot IS NOT NULL AND state = 'booked'",
            "CREATE INDEX appointments_by_time ON appointments (agency, starts_at)",
            "CREATE INDEX appointments_by_subject ON appointments (subject, starts_at)",
            """
            CREATE TABLE rota_shifts (
                id TEXT NOT NULL PRIMARY KEY, rota TEXT NOT NULL, worker TEXT NOT NULL REFERENCES workers (id),
                agency TEXT NOT NULL REFERENCES agencies (id), starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
                CONSTRAINT rota_shifts_forward CHECK (ends_at > starts_at))
            """,
            "CREATE INDEX rota_shifts_by_time ON rota_shifts (rota, starts_at)",
        ],
        meanings: [
            "diary_slots": "Times that can be booked.",
            "diary_slots.id": "A short random reference.",
            "diary_slots.agency": "Whose diary.",
            "diary_slots.venue": "Where.",
            "diary_slots.purpose": "What for, as the schemes name purposes of appointments.",
            "diary_slots.starts_at": "When it starts, in milliseconds since 1970 UTC.",
            "diary_slots.minutes": "How long.",
            "diary_slots.worker": "With whom, where that is fixed.",
            "diary_slots.room": "The room; empty where there is one only.",
            "appointments": "Appointments as they stand, read from their events.",
            "appointments.event_id": "The event that booked it.",
            "appointments.subject": "The person.",
            "appointments.slot": "The slot it takes; NULL for a time outside the diary.",
            "appointments.agency": "Whose diary.",
            "appointments.venue": "Where.",
            "appointments.purpose": "What for.",
            "appointments.starts_at": "When it starts.",
            "appointments.minutes": "How long.",
            "appointments.worker": "With whom.",
            "appointments.state": "booked, attended, missed, replaced or cancelled.",
            "appointments.category": "The category of the event's fields.",
            "appointments.type": "The event's record type.",
            "appointments.owner": "The agency that owns the event.",
            "rota_shifts": "Who is on duty when.",
            "rota_shifts.id": "A short random reference.",
            "rota_shifts.rota": "The rota, as the schemes name it.",
            "rota_shifts.worker": "Who.",
            "rota_shifts.agency": "For which agency.",
            "rota_shifts.starts_at": "From.",
            "rota_shifts.ends_at": "The first instant after.",
        ])
}
