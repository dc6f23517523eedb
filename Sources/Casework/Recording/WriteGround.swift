import Domain
import Store

/// What a write stands on: who writes, under which rules, and the subject's log as one snapshot had it.
struct WriteGround: Sendable {
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant
    /// What the viewer may see of the subject.
    let row: RowRule
    var log: LogReading.Log
    /// By field of the request: whether the person it names is somebody the viewer may see.
    var knownPeople: Set<String> = []
    /// By role: what its looking is for; read only for records that let others see something.
    var purposes: [String: String] = [:]
    /// What has changed since the form was opened, for its writer to read first.
    var changed: [RecordWarning] = []

    var definitions: Definitions { rules.definitions }
    var rights: RecordingRights { RecordingRights(rules: rules) }

    func fold(_ events: [Event], _ subject: String) -> SubjectFold {
        SubjectFold(events, subject: subject, definitions: definitions, asOf: now)
    }

    /// The record as it would be without an event that is about to be amended, or as it is.
    func judged(_ amended: String?, subject: String, type: RecordType) throws -> SubjectFold {
        let target = log.events.first { $0.id == amended && $0.subject == subject && $0.type == type.id }
        return fold(log.events + (target.map { [$0.withdrawn(at: now)] } ?? []), subject)
    }

    /// The event that a correction names, if the viewer may correct it.
    ///
    /// - Throws: `Missing` when it is not there for them, or the refusal that says why not.
    func target(of act: Event.Act, subject: String, type: RecordType) throws -> Event? {
        guard let id = act.supersedes else { return nil }
        let found = log.events.first { $0.id == id && $0.subject == subject && $0.type == type.id }
        guard let found,
            found.seen(through: row, type: definitions.recordType(found.type, version: found.version)) != nil
        else { throw Missing() }
        guard found.agency == viewer.agency else {
            throw RecordRefusal.notYourAgencys(agency: rules.directory.agencyTitle(found.agency))
        }
        if let latest = log.latest(of: id), latest != id { throw RecordRefusal.alreadyCorrected(by: latest) }
        // A withdrawal corrects; it is not itself something to correct.
        if case .withdraw = found.act { throw Missing() }
        if closes(found, type: type) { throw RecordRefusal.staysClosed }
        return found
    }
}

extension WriteGround {
    /// Whether an event closed the record to the viewer's own agency: taking it back would open it again.
    private func closes(_ event: Event, type: RecordType) -> Bool {
        switch type.actsAs {
        case .referralAnswer: !["accepted", "waiting"].contains(event.answers["answer"]?.codes.first ?? "")
        case .consentWithdrawal: event.answers["recipient"]?.codes.contains(viewer.agency) ?? false
        default: false
        }
    }
}

extension LogReading.Log {
    /// The end of the line of corrections that begins at an event.
    func latest(of id: String) -> String? {
        var latest = id
        // Each step goes to another event, so the line is no longer than the log.
        for _ in events {
            guard let next = events.first(where: { $0.act.supersedes == latest }) else { break }
            latest = next.id
        }
        return latest
    }
}
