package import Domain
import Store

/// A person's time in a programme, as a page prints it.
package struct EnrolmentLine: Sendable, Hashable {
    package enum Lead: Sendable, Hashable {
        /// The viewer may not know.
        case notShown
        /// Nobody need lead in this programme.
        case notNeeded
        /// Somebody must lead, and nobody does: an alarm.
        case nobody
        /// - phone: the worker's own number, or their agency's; empty when there is none.
        /// - dutyFrom: when the shift of the worker on the rota starts, where it has not yet.
        case worker(name: String, phone: String, isOnDuty: Bool, dutyFrom: Instant?)
    }

    package var title: String
    package var stage: String
    package var isOpen: Bool
    package var lead: Lead
    package var flags: [String]
    package var deadlines: [DueLine]

    init(_ row: EnrolmentRow, at now: Instant, rules: RulesInForce.Snapshot) {
        title = row.title
        stage = row.stageTitle
        isOpen = row.endedAt == nil
        flags = row.flags.map(\.title)
        deadlines = row.deadlines.map { DueLine($0, at: now, rules: rules) }
        if row.leadKind == EnrolmentRow.leadNotShown {
            lead = .notShown
        } else if row.leadKind == "not-needed" {
            lead = .notNeeded
        } else if let worker = row.leadWorker {
            lead = .worker(
                name: rules.directory.workerName(worker), phone: rules.directory.phone(of: worker),
                isOnDuty: row.leadKind == "on-duty",
                dutyFrom: row.leadKind == "on-duty" ? rules.dutyStart(of: row, worker: worker, at: now) : nil)
        } else {
            lead = .nobody
        }
    }
}

extension RulesInForce.Snapshot {
    /// When the shift starts by which a worker leads, where that is still to come: at night the rota names who comes next.
    func dutyStart(of row: EnrolmentRow, worker: String, at now: Instant) -> Instant? {
        guard let rota = definitions.programme(row.programme)?.lead?.rota,
            let shift = directory.rota.duty(rota, at: row.openedAt), shift.worker == worker, shift.start > now
        else { return nil }
        return shift.start
    }
}

extension Directory {
    /// The worker's own number, or their agency's; empty when there is none.
    func phone(of worker: String) -> String {
        if let phone = workers[worker]?.phone, !phone.isEmpty { return phone }
        let agency = roles.first { $0.worker == worker }?.agency
        return agency.flatMap { agencies[$0]?.phone } ?? ""
    }
}
