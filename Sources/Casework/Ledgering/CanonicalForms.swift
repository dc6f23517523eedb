import Domain
import Ledger
import Store

extension SaltedEvent {
    /// The event as the ledger's digest covers it.
    func canonical(at occurredAt: Instant) -> CanonicalEvent {
        var day: String?
        if case .day(let occurred) = event.occurred { day = occurred.iso }
        let answers = sections.map { section, answers -> (section: String, fields: CanonicalObject) in
            guard case .object(let object) = answers else { preconditionFailure("a section is an object") }
            return (section, object)
        }
        return CanonicalEvent(
            id: event.id, subject: event.subject, type: event.type, version: event.version, act: event.act.word,
            reason: event.act.reason, supersedes: event.act.supersedes, occurredAt: occurredAt.milliseconds,
            occurredOn: day, knownAt: event.known.milliseconds, recordedAt: event.recorded.milliseconds, by: event.by,
            agency: event.agency, answers: answers)
    }
}
