package import Domain
import Store

/// What those whom a record names will see of the person once it is recorded, by the policy that shows pages.
///
/// It tells the writer of the records of their own agency as they are, and of other agencies' only what the agreement
/// opens on the strength of this record: whether there is anything, and whether it is seen on other grounds, is theirs to
/// say.
package struct SightPreview: Sendable, Hashable {
    /// Agencies in the order in which the record names them, each with its roles in order of their titles.
    package var recipients: [Recipient]
    /// Stands for all that it says: who has read this has read no other.
    package var mark: String { "sight/" + String(fingerprint, radix: 36) }

    package struct Recipient: Sendable, Hashable {
        package var agency: String
        package var role: String
        /// The worker who is to lead; nil for anybody of the role.
        package var worker: String?
        package var parts: [Part]
        /// Categories of our record that they see now and will not.
        package var closed: [String]
    }

    package struct Part: Sendable, Hashable {
        package var category: String
        package var owner: String
        /// Why, in the agreement's words, and by what power.
        package var because: String
        package var gateway: String
        /// Whether they do not see it now; true of another agency's record whenever this record opens it.
        package var isNew: Bool
        /// What there is now, the newest first; nil of another agency's record.
        package var entries: [Entry]?
    }

    package struct Entry: Sendable, Hashable {
        /// Nil for what is about to be recorded.
        package var event: String?
        package var title: String
        package var day: Day
    }

    /// Of its whole text, the same in every process.
    private var fingerprint: UInt64 {
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(recipients)".utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return state
    }
}

/// Works out what a record lets others see, on the snapshot it is written on.
struct SightPreviewMaking {
    let ground: WriteGround
    let type: RecordType
    let event: Event
    let before: SubjectFold
    let after: SubjectFold
    /// By role: what its looking is for.
    let purposes: [String: String]

    private var rules: RulesInForce.Snapshot { ground.rules }
    private var today: Day { London.day(of: ground.now) }

    /// Whether a record of this type is shown so before it is kept.
    static func asks(_ type: RecordType) -> Bool {
        switch type.actsAs {
        case .referral, .consent, .handOver: true
        default: false
        }
    }

    /// `nil` where the record names nobody else.
    func preview() -> SightPreview? {
        let recipients = named
        guard !recipients.isEmpty else { return nil }
        return SightPreview(recipients: recipients.flatMap { sights(of: $0.agency, worker: $0.worker) })
    }

    private struct Named: Hashable {
        let agency: String
        let worker: String?
    }

    private var named: [Named] {
        let codes = { (field: String) in event.answers[field]?.codes ?? [] }
        let found: [Named]
        switch type.actsAs {
        case .referral: found = codes("to-agency").map { Named(agency: $0, worker: nil) }
        case .consent: found = codes("recipient").map { Named(agency: $0, worker: nil) }
        case .handOver:
            let worker = codes("to-worker").first
            let agencies =
                worker.map { worker in held.filter { $0.worker == worker }.map(\.agency) } ?? codes("to-agency")
            found = Set(agencies).sorted().map { Named(agency: $0, worker: worker ?? Self.whoever) }
        default: found = []
        }
        return found.filter { $0.agency != ground.viewer.agency }
    }

    /// Somebody who takes the lead and has no name yet.
    private static let whoever = "whoever accepts"

    private var held: [WorkerRole] { rules.directory.roles.filter { $0.isInForce(on: today) } }

    private func sights(of agency: String, worker: String?) -> [SightPreview.Recipient] {
        let here = held.filter { role in
            role.agency == agency && (worker == nil || worker == Self.whoever || role.worker == worker)
        }
        // Of an agency that has nobody here yet, whatever role they may come to have.
        let roles = here.isEmpty ? rules.definitions.roles.map(\.id) : Array(Set(here.map(\.role)))
        let titles = Dictionary(rules.definitions.roles.map { ($0.id, $0.title) }) { first, _ in first }
        let sights = roles.sorted { (titles[$0] ?? $0, $0) < (titles[$1] ?? $1, $1) }.map { role in
            sight(agency: agency, role: role, worker: worker)
        }
        // Where nobody is there yet, the roles that see nothing say nothing.
        return here.isEmpty ? sights.filter { !$0.parts.isEmpty } : sights
    }

    private func sight(agency: String, role: String, worker: String?) -> SightPreview.Recipient {
        let viewer = Viewer(somebody: worker ?? "", agency: agency, role: role, purpose: purposes[role] ?? "")
        let rule = rules.policy.rule(for: viewer, today: today)
        let (then, now) = (rule.given(facts(before)), rule.given(handedOver(facts(after), to: worker)))
        let alone = rule.given(ofThisRecordAlone)
        var parts: [SightPreview.Part] = []
        var closed: [String] = []
        for category in rules.definitions.categories.map(\.id) {
            let own = rows(category, of: ground.viewer.agency)
            if let reason = own.lazy.compactMap({ now.reason(for: $0) }).first {
                parts.append(
                    part(
                        category, of: ground.viewer.agency, reason, isNew: !own.contains(where: then.allows),
                        entries: entries(category, now)))
            } else if own.contains(where: then.allows) {
                closed.append(category)
            }
            for owner in others(but: agency) {
                guard let reason = rows(category, of: owner).lazy.compactMap({ alone.reason(for: $0) }).first else {
                    continue
                }
                parts.append(part(category, of: owner, reason, isNew: true, entries: nil))
            }
        }
        return SightPreview.Recipient(agency: agency, role: role, worker: worker, parts: parts, closed: closed)
    }

    private func part(
        _ category: String, of owner: String, _ reason: AccessReason, isNew: Bool, entries: [SightPreview.Entry]?
    ) -> SightPreview.Part {
        SightPreview.Part(
            category: category, owner: owner, because: reason.sentence, gateway: reason.gateway ?? "", isNew: isNew,
            entries: entries)
    }

    /// Each kind of row that a category can hold.
    private func rows(_ category: String, of owner: String) -> [RowFacts] {
        rules.definitions.recordTypes.filter { $0.categories.contains(category) }.map {
            RowFacts(category: category, owner: owner, type: $0.id)
        }
    }

    private func others(but recipient: String) -> [String] {
        rules.directory.agencies.keys.filter { $0 != recipient && $0 != ground.viewer.agency }.sorted()
    }

    /// What our record holds of a category that they will see and the writer may see too.
    private func entries(_ category: String, _ rule: RowRule) -> [SightPreview.Entry] {
        after.eventsInForce.reversed().compactMap { event, instant in
            let recorded = rules.definitions.recordType(event.type, version: event.version)
            let row = RowFacts(category: category, owner: event.agency, type: event.type)
            guard event.agency == ground.viewer.agency, event.sections(recorded).contains(category), rule.allows(row),
                ground.row.allows(row)
            else { return nil }
            let isThis = event.id == self.event.id
            return SightPreview.Entry(
                event: isThis ? nil : event.id, title: recorded?.title ?? event.type, day: London.day(of: instant))
        }
    }

    private func facts(_ fold: SubjectFold) -> SubjectFacts {
        Derivation(fold, definitions: rules.definitions, rota: rules.directory.rota, asOf: ground.now).subjectFacts
    }

    /// With the lead that a hand-over asks somebody to take, as if they had taken it.
    private func handedOver(_ facts: SubjectFacts, to worker: String?) -> SubjectFacts {
        guard type.actsAs == .handOver, let worker else { return facts }
        var facts = facts
        for index in facts.enrolments.indices where facts.enrolments[index].agency == ByteText(ground.viewer.agency) {
            let lead = facts.enrolments[index].lead
            if lead == nil || lead == ByteText(ground.viewer.worker) { facts.enrolments[index].lead = ByteText(worker) }
        }
        return facts
    }

    /// What the policy would know if there were nothing but this record.
    private var ofThisRecordAlone: SubjectFacts {
        var event = event
        event.act = .record
        var facts = facts(ground.fold([event], event.subject))
        facts.enrolments = []
        return facts
    }
}
