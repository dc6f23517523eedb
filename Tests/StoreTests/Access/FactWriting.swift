import Domain
import SQLAccess

/// Writes facts as the record's own tables hold them, each with an event behind it.
struct FactWriting {
    private let connection: any SQLConnection
    private var events = 0

    init(_ connection: any SQLConnection) {
        self.connection = connection
    }

    func begin() throws {
        try connection.run("INSERT INTO agencies (id, title, kind, phone) VALUES ('A', 'An agency', 'test', '')")
    }

    mutating func write(_ facts: SubjectFacts, of subject: String) throws {
        try connection.run(
            """
            INSERT INTO subjects (id, kind, agency, created_at, is_sealed, edition)
            VALUES (\(subject), 'person', 'A', 0, \(facts.isSealed), 1)
            """)
        for enrolment in facts.enrolments { try write(enrolment, of: subject, endedAt: nil) }
        for agency in facts.openReferrals { try writeReferral(to: agency.text, of: subject, state: "accepted") }
        for consent in facts.consents { try write(consent, of: subject, withdrawnAt: nil) }
        for worker in facts.barredWorkers {
            try connection.run(
                "INSERT INTO bars (subject, worker, since_at) VALUES (\(subject), \(worker.text), 0)")
        }
        for worker in facts.openedFor {
            events += 1
            try connection.run(
                """
                INSERT INTO glass_breaks (id, subject, worker, agency, role, reason, broken_at, until_at, review_due_at)
                VALUES (\("G\(events)"), \(subject), \(worker.text), 'A', 'r', 'why', 0, 1, 2)
                """)
        }
        let marks = (facts.admittedWorkers ?? []).map { ("admitted", $0) } + facts.toldAgencies.map { ("told", $0) }
        for (kind, name) in marks {
            try connection.run(
                """
                INSERT INTO access_marks (subject, kind, name, since_at) VALUES (\(subject), \(kind), \(name.text), 0)
                """)
        }
    }

    /// What is over: it must open nothing.
    mutating func writeWhatDoesNotCount(of subject: String, _ random: inout AccessSeed) throws {
        let word = { (random: inout AccessSeed) in HostileWords.word(&random) }
        try write(
            SubjectFacts.Enrolment(programme: word(&random), agency: word(&random), lead: word(&random)), of: subject,
            endedAt: 5)
        try writeReferral(to: word(&random), of: subject, state: random.chance(50) ? "closed" : "refused")
        try write(
            SubjectFacts.Consent(
                recipient: word(&random), category: word(&random), purpose: word(&random), isWritten: true,
                from: Instant(milliseconds: 0)), of: subject, withdrawnAt: 5)
    }

    private mutating func write(_ enrolment: SubjectFacts.Enrolment, of subject: String, endedAt: Int64?) throws {
        let event = try event(of: subject)
        try connection.run(
            """
            INSERT INTO enrolments (opened_by, programme, subject, title, version, agency, opened_at, stage, stage_title,
                stage_since, is_suspended, ended_at, lead_kind, lead_worker, category, owner, type,
                position_category, lead_category, lead_type)
            VALUES (\(event), \(enrolment.programme.text), \(subject), 'T', 'v', \(enrolment.agency.text), 0, 's', 'S', 0,
                0, \(endedAt), 'none', \(enrolment.lead?.text), 'identity', 'A', 'arrival',
                'identity', 'identity', 'arrival')
            """)
    }

    private mutating func writeReferral(to agency: String, of subject: String, state: String) throws {
        let event = try event(of: subject)
        try connection.run(
            """
            INSERT INTO referrals (event_id, subject, from_agency, to_agency, service, state, sent_at)
            VALUES (\(event), \(subject), 'A', \(agency), 'help', \(state), 0)
            """)
    }

    private mutating func write(_ consent: SubjectFacts.Consent, of subject: String, withdrawnAt: Int64?) throws {
        let event = try event(of: subject)
        try connection.run(
            """
            INSERT INTO consents (event_id, subject, recipient, category, purpose, is_written, from_at, until_on,
                withdrawn_at)
            VALUES (\(event), \(subject), \(consent.recipient.text), \(consent.category.text), \(consent.purpose.text),
                \(consent.isWritten), \(consent.from.milliseconds), \(consent.until?.iso), \(withdrawnAt))
            """)
    }

    private mutating func event(of subject: String) throws -> String {
        events += 1
        let id = "E\(events)"
        try connection.run(
            """
            INSERT INTO events (id, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency)
            VALUES (\(id), \(subject), 't', 'v', 'record', 0, 0, 0, 'w', 'A')
            """)
        return id
    }
}
