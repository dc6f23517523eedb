import Domain
import Store

/// When an appointment asks who came: from an hour before it starts; and, of a purpose with a record of its own, on that record's page.
struct AttendanceActs {
    let rules: RulesInForce.Snapshot
    let viewer: Viewer
    let now: Instant

    /// Whether an act that makes this record is offered on the appointment.
    func offers(_ record: String, on row: AppointmentRow) -> Bool {
        guard rules.definitions.recordType(record)?.actsAs == .attendance else { return true }
        return hasCome(row) && rules.definitions.attendance(forPurpose: row.purpose) == nil
    }

    /// The act that opens the purpose's own record, answered as far as the purpose answers it; `nil` where there is none,
    /// it is too soon, or the viewer's role does not make it.
    func own(_ row: AppointmentRow) -> Board.Act? {
        guard hasCome(row), let own = rules.definitions.attendance(forPurpose: row.purpose),
            RecordingRights(rules: rules).mayComplete(own.type, viewer: viewer)
        else { return nil }
        return Board.Act(
            id: own.type.id, title: title(of: own.type), record: own.type.id, answers: [own.field: own.code],
            opensPage: true)
    }

    /// Somebody may come early, but not hours early: a press before that would be a slip of the row.
    private static let minutesBefore = 60

    private func hasCome(_ row: AppointmentRow) -> Bool { row.startsAt.adding(minutes: -Self.minutesBefore) <= now }

    /// As a board calls the act that opens the record, if one does.
    private func title(of type: RecordType) -> String {
        let acts = rules.definitions.boards.flatMap(\.acts)
        return acts.first { $0.record == type.id && $0.answers.isEmpty }?.title ?? type.title
    }
}
