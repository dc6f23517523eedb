import Domain
import Store

/// What a worker may do about an appointment: the acts of the boards of appointments that are theirs to open, as far as
/// their role may complete the record.
struct DiaryActs {
    let rules: RulesInForce.Snapshot
    let viewer: Viewer
    let now: Instant
    private let offered: [DiaryAct]

    init(_ world: World, viewer: Viewer, now: Instant) {
        rules = world.rules.current
        self.viewer = viewer
        self.now = now
        let rights = RecordingRights(rules: rules)
        let definitions = rules.definitions
        offered = OpenBoard(world).boards(for: viewer).filter { $0.rows == .appointments }
            .flatMap { board in board.acts.map { DiaryAct($0, of: board) } }
            .filter { act in definitions.recordType(act.record).map { rights.mayComplete($0, viewer: viewer) } ?? false
            }
    }

    /// None for an appointment that is no longer booked.
    func acts(on row: AppointmentRow) -> [DiaryAct] {
        guard row.state == "booked" else { return [] }
        let attendance = AttendanceActs(rules: rules, viewer: viewer, now: now)
        let own = attendance.own(row).map { [DiaryAct($0, of: nil)] } ?? []
        return own + offered.filter { attendance.offers($0.record, on: row) }
    }
}
