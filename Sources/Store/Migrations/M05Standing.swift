import SQLAccess

extension Schema {
    static let standing = Migration(
        number: 5, name: "what the engine derives, kept for lists",
        steps: [
            """
            CREATE TABLE standings (
                subject TEXT NOT NULL PRIMARY KEY REFERENCES subjects (id), as_of BIGINT NOT NULL,
                next_change_at BIGINT)
            """,
            "CREATE INDEX standings_by_change ON standings (next_change_at) WHERE next_change_at IS NOT NULL",
            """
            CREATE TABLE enrolments (
                opened_by TEXT NOT NULL REFERENCES events (id), programme TEXT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), title TEXT NOT NULL, version TEXT NOT NULL,
                agency TEXT NOT NULL, opened_at BIGINT NOT NULL, stage TEXT NOT NULL, stage_title TEXT NOT NULL,
                stage_since BIGINT NOT NULL, is_suspended BIGINT NOT NULL, ended_at BIGINT, end_reason TEXT,
                end_title TEXT, lead_kind TEXT NOT NULL, lead_worker TEXT, lead_since BIGINT, category TEXT NOT NULL,
                owner TEXT NOT NULL, type TEXT NOT NULL, position_category TEXT NOT NULL, lead_category TEXT NOT NULL,
                lead_type TEXT NOT NULL,
                PRIMARY KEY (opened_by, programme),
                CONSTRAINT enrolments_suspended CHECK (is_suspended IN (0, 1)),
                CONSTRAINT enrolments_lead CHECK (lead_kind IN ('none', 'on-duty', 'accepted', 'not-needed')))
            """,
            "CREATE INDEX enrolments_by_subject ON enrolments (subject)",
            """
            CREATE INDEX enrolments_facts ON enrolments (subject, programme, agency, lead_worker, ended_at)
                WHERE ended_at IS NULL
            """,
            "CREATE INDEX enrolments_open ON enrolments (programme, agency, opened_at) WHERE ended_at IS NULL",
            "CREATE INDEX enrolments_led ON enrolments (lead_worker, programme) WHERE ended_at IS NULL",
            """
            CREATE INDEX enrolments_unled ON enrolments (agency, programme, opened_at)
                WHERE ended_at IS NULL AND lead_kind = 'none'
            """,
            .keyed(
                """
                CREATE TABLE enrolment_values (
                    opened_by TEXT NOT NULL, programme TEXT NOT NULL, value TEXT NOT NULL,
                    subject TEXT NOT NULL REFERENCES subjects (id), title TEXT NOT NULL, category TEXT NOT NULL,
                    owner TEXT NOT NULL, type TEXT NOT NULL, answer TEXT NOT NULL,
                    PRIMARY KEY (opened_by, programme, value))
                """),
            .keyed(
                """
                CREATE TABLE enrolment_flags (
                    opened_by TEXT NOT NULL, programme TEXT NOT NULL, flag TEXT NOT NULL,
                    subject TEXT NOT NULL REFERENCES subjects (id), title TEXT NOT NULL, category TEXT NOT NULL,
                    owner TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (opened_by, programme, flag))
                """),
            """
            CREATE TABLE deadlines (
                opened_by TEXT NOT NULL, programme TEXT NOT NULL, clock TEXT NOT NULL, number BIGINT NOT NULL,
                subject TEXT NOT NULL REFERENCES subjects (id), agency TEXT NOT NULL, title TEXT NOT NULL,
                state TEXT NOT NULL, from_text TEXT, due_text TEXT NOT NULL, due_at BIGINT NOT NULL, warns_at BIGINT,
                category TEXT NOT NULL, owner TEXT NOT NULL, type TEXT NOT NULL, basis TEXT NOT NULL, source TEXT NOT NULL, because TEXT NOT NULL,
                duty TEXT NOT NULL, is_persons_duty BIGINT NOT NULL, is_outstanding BIGINT NOT NULL,
                is_led BIGINT NOT NULL,
                anchor TEXT NOT NULL, done_by TEXT, done_at BIGINT, voided_by TEXT, in_a_row BIGINT,
                of_in_a_row BIGINT, is_provisional BIGINT NOT NULL, escalates_at BIGINT, escalates_to TEXT,
                PRIMARY KEY (opened_by, programme, clock, number),
                CONSTRAINT deadlines_state CHECK (state IN ('running', 'paused', 'met', 'not-met', 'void')))
            """,
            "CREATE INDEX deadlines_by_subject ON deadlines (subject)",
            "CREATE INDEX deadlines_outstanding ON deadlines (subject, due_at) WHERE is_outstanding = 1",
            "CREATE INDEX deadlines_due ON deadlines (agency, due_at) WHERE is_outstanding = 1",
            "CREATE INDEX deadlines_of_duty ON deadlines (duty, agency, is_led, due_at) WHERE is_outstanding = 1",
            "CREATE INDEX deadlines_running ON deadlines (agency, clock, due_at) WHERE is_outstanding = 1",
            "CREATE INDEX deadlines_escalating ON deadlines (escalates_at) WHERE escalates_at IS NOT NULL",
        ],
        meanings: [
            "standings": "When each subject's derived rows were made, and when time alone will change them.",
            "standings.subject": "The subject.",
            "standings.as_of": "The instant they were worked out for.",
            "standings.next_change_at": "The first instant at which time changes something; NULL for never.",
            "enrolments": "One person's time in one programme, as derived from the log.",
            "enrolments.opened_by": "The event that opened it.",
            "enrolments.programme": "The programme.",
            "enrolments.subject": "The subject.",
            "enrolments.title": "The programme's title.",
            "enrolments.version": "The scheme version it runs under.",
            "enrolments.agency": "The agency that owns it.",
            "enrolments.opened_at": "When it opened.",
            "enrolments.stage": "The stage it is in.",
            "enrolments.stage_title": "The stage's title.",
            "enrolments.stage_since": "Since when.",
            "enrolments.is_suspended": "1 while another programme suspends it.",
            "enrolments.ended_at": "When it ended; NULL while open.",
            "enrolments.end_reason": "The code of the ending.",
            "enrolments.end_title": "The ending in words.",
            "enrolments.lead_kind": "none, on-duty, accepted or not-needed.",
            "enrolments.lead_worker": "The worker who leads.",
            "enrolments.lead_since": "Since when.",
            "enrolments.category": "The category of the fact that it exists.",
            "enrolments.owner": "The agency that owns the opening event.",
            "enrolments.type": "The record type of the opening event.",
            "enrolments.position_category": "The category of the event that led to the stage, or ended it.",
            "enrolments.lead_category": "The category of the events by which the lead is taken.",
            "enrolments.lead_type": "Their record type.",
            "enrolment_values": "Named values of an enrolment, for boards.",
            "enrolment_values.opened_by": "The enrolment's opening event.",
            "enrolment_values.programme": "The programme.",
            "enrolment_values.value": "The value's id.",
            "enrolment_values.subject": "The subject.",
            "enrolment_values.title": "Its title.",
            "enrolment_values.category": "Its category.",
            "enrolment_values.owner": "The agency that owns the event it was read from.",
            "enrolment_values.type": "The record type it was read from; empty when computed.",
            "enrolment_values.answer": "The answer as canonical JSON.",
            "enrolment_flags": "What must not be overlooked about an enrolment.",
            "enrolment_flags.opened_by": "The enrolment's opening event.",
            "enrolment_flags.programme": "The programme.",
            "enrolment_flags.flag": "The flag's id.",
            "enrolment_flags.subject": "The subject.",
            "enrolment_flags.title": "The flag in words.",
            "enrolment_flags.category": "Its category.",
            "enrolment_flags.owner": "The agency that owns the enrolment.",
            "enrolment_flags.type": "The record type of the opening event.",
            "deadlines": "Deadlines of enrolments, as derived from the log.",
            "deadlines.opened_by": "The enrolment's opening event.",
            "deadlines.programme": "The programme.",
            "deadlines.clock": "The clock's id.",
            "deadlines.number": "Which instance, from 0.",
            "deadlines.subject": "The subject.",
            "deadlines.agency": "The agency that owns the enrolment.",
            "deadlines.title": "The clock's title.",
            "deadlines.state": "running, paused, met, not-met or void, at the standing's as_of.",
            "deadlines.from_text": "The first day or instant it may be done, ISO.",
            "deadlines.due_text": "The last day, or the instant, ISO.",
            "deadlines.due_at": "The last instant that is in time.",
            "deadlines.warns_at": "From when it shows as due soon.",
            "deadlines.category": "Its category.",
            "deadlines.owner": "The agency that owns the opening event.",
            "deadlines.type": "The record type of the opening event.",
            "deadlines.basis": "statute, guidance or local.",
            "deadlines.source": "Act and section, or requirement.",
            "deadlines.because": "Why it is due then.",
            "deadlines.duty": "Whose duty it is.",
            "deadlines.is_led": "1 when somebody leads the enrolment, by acceptance or by the duty rota.",
            "deadlines.is_persons_duty": "1 when the person is to do it.",
            "deadlines.is_outstanding": "1 while it is still to be done.",
            "deadlines.anchor": "The event, or missed clock, it counts from.",
            "deadlines.done_by": "The event that met it, in time or late.",
            "deadlines.done_at": "When that event occurred.",
            "deadlines.voided_by": "What voided it.",
            "deadlines.in_a_row": "How many in a row were met.",
            "deadlines.of_in_a_row": "Of how many.",
            "deadlines.is_provisional": "1 when a holiday in its span was computed.",
            "deadlines.escalates_at": "When a miss reaches the next person; NULL when it does not.",
            "deadlines.escalates_to": "The role it reaches.",
        ])
}
