package import Domain
import Store

/// A role's working list at one instant.
package struct BoardView: Sendable {
    package var board: Board
    package var rows: [Row]
    package var day: Day
    package var asOf: Instant
    package var hasMore: Bool

    package struct Row: Sendable {
        /// What the row stands for: the event that opened the enrolment, or that booked the appointment.
        package var key: String
        package var person: PersonLine
        /// The appointment that the row is about, on a board of appointments.
        package var appointment: String?
        package var cells: [Cell]
        /// The acts this row offers now.
        package var acts: [Board.Act]
        /// The most pressing deadline's state decides how the row stands out.
        package var isOverdue: Bool
        package var isDueSoon: Bool
    }

    package struct Cell: Sendable, Hashable {
        package var text: String
        /// Why: for a deadline, its reason.
        package var why: String
        /// Of what stands out, each by itself.
        package var flags: [String] = []
        package var kind: Kind

        package enum Kind: Sendable, Hashable {
            case plain
            /// A deadline that neither presses nor has passed.
            case due
            case overdue
            case dueSoon
            case done
            case flag
            case noLead
        }

        package init(_ text: String, why: String = "", kind: Kind = .plain) {
            self.text = text
            self.why = why
            self.kind = kind
        }

        init(flags: [String]) {
            self.init(flags.joined(separator: ", "), kind: flags.isEmpty ? .plain : .flag)
            self.flags = flags
        }
    }
}

/// Opens a board: who is on it, through the policy, with what their columns show. The look names everyone shown.
package struct OpenBoard: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The most people a board shows at once.
    private static let limit = 300

    /// The boards a role may open, the one its day opens on first.
    package func boards(for viewer: Viewer) -> [Board] {
        let boards = world.definitions.boards
        let first = boards.filter { $0.opensFor.contains(viewer.role) }
        return first + boards.filter { $0.alsoFor.contains(viewer.role) && !$0.opensFor.contains(viewer.role) }
    }

    /// - Throws: `Missing` when there is no such board for this role.
    package func callAsFunction(_ id: String, day: Day? = nil, by viewer: Viewer) async throws -> BoardView {
        guard let board = boards(for: viewer).first(where: { $0.id == id }) else { throw Missing() }
        let (rules, now) = (world.rules.current, world.now())
        let day = day ?? London.day(of: now)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let view = try await world.database.read { connection in
            switch board.rows {
            case .enrolments(let programme):
                try EnrolmentBoard(board: board, programme: programme, viewer: viewer, rules: rules, now: now)
                    .view(rule: rule, limit: Self.limit, day: day, on: connection)
            case .appointments:
                try AppointmentBoard(board: board, viewer: viewer, rules: rules, now: now)
                    .view(rule: rule, limit: Self.limit, day: day, on: connection)
            }
        }
        var shown: Set<String> = []
        try await world.keepLook(
            "board", subjects: view.rows.map(\.person.subject).filter { shown.insert($0).inserted },
            details: [("board", .string(id))], by: viewer)
        return view
    }
}
