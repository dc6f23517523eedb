import Casework
import Domain
import Markup
import Store

/// The names that pages give to what the record holds by reference.
struct RecordWords {
    let rules: RulesInForce.Snapshot

    init(_ context: SignedInContext) {
        rules = context.world.rules.current
    }

    func category(_ id: String) -> String {
        rules.definitions.categories.first { $0.id == id }?.title ?? id
    }

    func role(_ id: String) -> String { rules.definitions.roles.first { $0.id == id }?.title ?? id }

    func purpose(_ id: String) -> String {
        rules.definitions.schemes.flatMap(\.purposes).first { $0.id == id }?.title ?? id
    }

    func recordType(_ id: String) -> String { rules.definitions.recordType(id)?.title ?? id }

    func agency(_ id: String) -> String { rules.directory.agencyTitle(id) }

    /// A worker's name; a part of the system by what it does.
    func worker(_ id: String) -> String {
        id.hasPrefix("system:") ? "The system (\(id.dropFirst("system:".count)))" : rules.directory.workerName(id)
    }

    /// The worker's own number, or their agency's.
    func phone(of worker: String) -> String {
        if let phone = rules.directory.workers[worker]?.phone, !phone.isEmpty { return phone }
        let agency = rules.directory.roles.first { $0.worker == worker }?.agency
        return agency.flatMap { rules.directory.agencies[$0]?.phone } ?? ""
    }

    /// Who does it: a role by its title, else an agency, else as the rule says it.
    func duty(_ text: String) -> String {
        rules.definitions.roles.first { $0.id == text }?.title ?? rules.directory.agencies[text]?.title ?? text
    }

    /// What an appointment is for, as the record type that booked it calls it.
    func purpose(of appointment: AppointmentRow) -> String {
        let field = rules.definitions.recordType(appointment.guardedBy.type)?.field("purpose")
        return rules.text(of: .choice(appointment.purpose), field: field, on: London.day(of: appointment.startsAt))
    }

    /// What a referral asks for, as its record type calls it.
    func service(of referral: WaitingReferral) -> String {
        let field = rules.definitions.recordType(referral.type)?.field("service")
        return rules.text(of: .choice(referral.service), field: field, on: London.day(of: referral.sentAt))
    }

    func venue(_ id: String) -> String { rules.directory.venueTitle(id) }
}

extension FoundPerson {
    /// The address of the person's page.
    var href: Href { "/people/\(subject)" }

    /// The reference as people read it out.
    var reference: String { Reference(subject)?.text ?? subject }
}
