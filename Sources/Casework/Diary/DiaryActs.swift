import Domain
import Store

/// What a worker may do about an appointment: the acts of the boards of appointments that are theirs to open, as far as
/// their role may complete the record.
struct DiaryActs {
    let rules: RulesInForce.Snapshot
    let viewer: Viewer
    let now: Instant
    private let offered: [DiaryAct]
    private let purposes: AppointmentPurposes

    init(_ world: World, viewer: Viewer, now: Instant) {
        rules = world.rules.current
        self.viewer = viewer
        self.now = now
        purposes = AppointmentPurposes(rules: rules)
        let rights = RecordingRights(rules: rules)
        let definitions = rules.definitions
        offered = OpenBoard(world).boards(for: viewer).filter { $0.rows == .appointments }
            .flatMap { board in board.acts.map { DiaryAct($0, of: board) } }
            .filter { act in definitions.recordType(act.record).map { rights.mayComplete($0, viewer: viewer) } ?? false
            }
    }

    /// None for an appointment that is no longer booked. Who came is asked from its day on, and of a purpose with a
    /// record of its own on that record's page.
    func acts(on row: AppointmentRow) -> [DiaryAct] {
        guard row.state == "booked" else { return [] }
        let hasCome = London.day(of: row.startsAt) <= London.day(of: now)
        let own = purposes.attendance(row.purpose)
        let others = offered.filter { act in
            guard isAttendance(act) else { return true }
            return hasCome && own == nil
        }
        guard hasCome, let own, RecordingRights(rules: rules).mayComplete(own.type, viewer: viewer) else {
            return others
        }
        let act = DiaryAct(id: own.type.id, title: title(of: own.type), record: own.type.id, answers: own.answers)
        return [act] + others
    }

    /// As a board calls the act that opens the record, if one does.
    private func title(of type: RecordType) -> String {
        let acts = rules.definitions.boards.flatMap(\.acts)
        return acts.first { $0.record == type.id && $0.answers.isEmpty }?.title ?? type.title
    }

    private func isAttendance(_ act: DiaryAct) -> Bool {
        rules.definitions.recordType(act.record)?.actsAs == .attendance
    }
}
