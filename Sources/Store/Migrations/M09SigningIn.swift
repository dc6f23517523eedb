import SQLAccess

extension Schema {
    static let signingIn = Migration(
        number: 9, name: "signing in",
        steps: [
            .pair(
                sqlite: """
                    CREATE TABLE credentials (
                        worker TEXT NOT NULL PRIMARY KEY REFERENCES workers (id), password_hash TEXT NOT NULL,
                        totp_sealed BLOB, totp_last_step BIGINT, changed_at BIGINT NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE credentials (
                        worker TEXT NOT NULL PRIMARY KEY REFERENCES workers (id), password_hash TEXT NOT NULL,
                        totp_sealed BYTEA, totp_last_step BIGINT, changed_at BIGINT NOT NULL)
                    """),
            .pair(
                sqlite: """
                    CREATE TABLE sessions (
                        token_hash BLOB NOT NULL PRIMARY KEY, worker TEXT NOT NULL REFERENCES workers (id),
                        agency TEXT NOT NULL, role TEXT NOT NULL, created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
                        second_factor_at BIGINT NOT NULL, ended_at BIGINT, reference TEXT NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE sessions (
                        token_hash BYTEA NOT NULL PRIMARY KEY, worker TEXT NOT NULL REFERENCES workers (id),
                        agency TEXT NOT NULL, role TEXT NOT NULL, created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
                        second_factor_at BIGINT NOT NULL, ended_at BIGINT, reference TEXT NOT NULL)
                    """),
            "CREATE INDEX sessions_by_worker ON sessions (worker)",
            .pair(
                sqlite: """
                    CREATE TABLE known_devices (
                        token_hash BLOB NOT NULL PRIMARY KEY, worker TEXT NOT NULL REFERENCES workers (id),
                        added_at BIGINT NOT NULL)
                    """,
                postgres: """
                    CREATE TABLE known_devices (
                        token_hash BYTEA NOT NULL PRIMARY KEY, worker TEXT NOT NULL REFERENCES workers (id),
                        added_at BIGINT NOT NULL)
                    """),
            "CREATE TABLE sign_in_budgets (name TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, changed_at BIGINT NOT NULL)",
        ],
        meanings: [
            "credentials": "How a worker proves who they are.",
            "credentials.worker": "The worker.",
            "credentials.password_hash": "Argon2id, encoded with its parameters.",
            "credentials.totp_sealed": "The second factor's secret, encrypted with the sealing key.",
            "credentials.totp_last_step": "The last time step used: a code works once.",
            "credentials.changed_at": "When the password was set.",
            "sessions": "Who is signed in.",
            "sessions.token_hash": "SHA-256 of the cookie's token.",
            "sessions.worker": "The worker.",
            "sessions.agency": "The agency they act for.",
            "sessions.role": "The role they act in.",
            "sessions.created_at": "When they signed in.",
            "sessions.seen_at": "When they last did something, to the minute.",
            "sessions.second_factor_at": "When they last gave the second factor.",
            "sessions.ended_at": "When it was ended; NULL while it lives.",
            "sessions.reference": "What the ledger calls it.",
            "known_devices": "Browsers a worker has signed in from.",
            "known_devices.token_hash": "SHA-256 of the device cookie's token.",
            "known_devices.worker": "The worker.",
            "known_devices.added_at": "When.",
            "sign_in_budgets": "Failed attempts, by account, device and source.",
            "sign_in_budgets.name": "What is counted: a digest, never a name or an address.",
            "sign_in_budgets.state": "Counts and times.",
            "sign_in_budgets.changed_at": "When it was last changed, so that old ones can go.",
        ])
}
