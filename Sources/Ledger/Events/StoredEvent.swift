import Domain
/// An event as it lies in the database, before anybody has decided to believe it.
package struct StoredEvent: Sendable {
    package var id: String
    /// Nil once the event was erased.
    package var salt: [UInt8]?
    package var subject: String
    package var type: String
    package var version: String
    package var act: String
    package var reason: String?
    package var supersedes: String?
    package var occurredAt: Int64
    /// The ISO day, when only the day is known.
    package var occurredOn: String?
    package var knownAt: Int64
    package var recordedAt: Int64
    package var by: String
    package var agency: String
    /// The text of each section's answers, which should be canonical JSON.
    package var sections: [(section: String, answers: String)]

    package init(
        id: String, salt: [UInt8]?, subject: String, type: String, version: String, act: String, reason: String?,
        supersedes: String?, occurredAt: Int64, occurredOn: String?, knownAt: Int64, recordedAt: Int64, by: String,
        agency: String,
        sections: [(section: String, answers: String)]
    ) {
        self.id = id
        self.salt = salt
        self.subject = subject
        self.type = type
        self.version = version
        self.act = act
        self.reason = reason
        self.supersedes = supersedes
        self.occurredAt = occurredAt
        self.occurredOn = occurredOn
        self.knownAt = knownAt
        self.recordedAt = recordedAt
        self.by = by
        self.agency = agency
        self.sections = sections
    }

    /// The digest of the event as it lies there. Nil when it has none: it has no salt, the answers of a section are not
    /// a canonical object, or a section is there twice.
    package var digest: LedgerHash? {
        guard let salt else { return nil }
        var answers: [(section: String, fields: CanonicalObject)] = []
        for (section, text) in sections {
            // Parsed, never spliced: else two sections could be written as one and give the same bytes.
            guard let fields = CanonicalObject(canonical: Array(text.utf8)) else { return nil }
            answers.append((section, fields))
        }
        guard CanonicalObject(answers.map { ($0.section, .null) }).members.count == answers.count else { return nil }
        let event = CanonicalEvent(
            id: id, subject: subject, type: type, version: version, act: act, reason: reason, supersedes: supersedes,
            occurredAt: occurredAt, occurredOn: occurredOn, knownAt: knownAt, recordedAt: recordedAt, by: by,
            agency: agency, answers: answers)
        return EventDigest.hash(salt: salt, event: event)
    }
}
