import SQLAccess

extension Schema {
    static let agencies = Migration(
        number: 1, name: "agencies, workers and their roles",
        steps: [
            """
            CREATE TABLE agencies (
                id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, phone TEXT NOT NULL,
                from_on TEXT, until_on TEXT, successor TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED)
            """,
            """
            CREATE TABLE venues (
                id TEXT NOT NULL PRIMARY KEY, agency TEXT NOT NULL REFERENCES agencies (id), title TEXT NOT NULL,
                address TEXT NOT NULL)
            """,
            """
            CREATE TABLE workers (
                id TEXT NOT NULL PRIMARY KEY, sign_in_name TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
                phone TEXT NOT NULL, leaves_on TEXT)
            """,
            """
            CREATE TABLE worker_roles (
                worker TEXT NOT NULL REFERENCES workers (id), agency TEXT NOT NULL REFERENCES agencies (id),
                role TEXT NOT NULL, team TEXT NOT NULL, venue TEXT REFERENCES venues (id), from_on TEXT, until_on TEXT,
                PRIMARY KEY (worker, agency, role))
            """,
            "CREATE INDEX worker_roles_by_agency ON worker_roles (agency, role)",
            "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
        ],
        meanings: [
            "agencies": "The agencies of the partnership.",
            "agencies.id": "A short word, such as the agency's initials; never changes.",
            "agencies.title": "Its name as people say it.",
            "agencies.kind": "What it is: police, court, treatment, prison, probation, housing …",
            "agencies.phone": "The number a colleague rings.",
            "agencies.from_on": "The first day it is part of the partnership; NULL since always.",
            "agencies.until_on": "The last day; NULL while it is.",
            "agencies.successor": "The agency that took over its work.",
            "venues": "Places where people are seen.",
            "venues.id": "A short word.",
            "venues.agency": "Whose place it is.",
            "venues.title": "Its name.",
            "venues.address": "Where it is, on one line, as a notice prints it.",
            "workers": "The people who sign in.",
            "workers.id": "A short reference; never a row number.",
            "workers.sign_in_name": "What they type to sign in, in lower case.",
            "workers.name": "Their name as colleagues see it.",
            "workers.phone": "The number a colleague rings.",
            "workers.leaves_on": "The last day they may sign in; NULL while they stay.",
            "worker_roles": "Which worker acts for which agency in which role, dated.",
            "worker_roles.worker": "The worker.",
            "worker_roles.agency": "The agency acted for.",
            "worker_roles.role": "The role, as the schemes name it.",
            "worker_roles.team": "The team within the agency; may be empty.",
            "worker_roles.venue": "Where they work, where that limits what a board shows.",
            "worker_roles.from_on": "The first day; NULL since always.",
            "worker_roles.until_on": "The last day; NULL while it lasts.",
            "settings": "What the partnership has set, one row each.",
            "settings.name": "The setting's name.",
            "settings.value": "Its value as text.",
        ])
}
