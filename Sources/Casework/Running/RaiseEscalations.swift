import Domain
import Ledger
import Store

/// Lets a missed deadline reach the role that its clock names, and the next one when nobody has acknowledged it: each
/// role once, with an entry in the ledger.
package struct RaiseEscalations: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The most in one turn.
    static let turn = 100

    package func callAsFunction() async throws -> Duty.Progress {
        let now = world.now()
        let first = try await raise(at: now) { connection, limit in
            try OverdueRows.unraised(at: now, limit: limit, on: connection).map { ($0, $0.role) }
        }
        let definitions = world.definitions
        var later = 0
        for (programme, clock) in Self.clocksWithSeveral(definitions) {
            later += try await raise(at: now) { connection, limit in
                let rows = try OverdueRows.unacknowledged(
                    programme: programme, clock: clock, at: now, on: connection)
                return try rows.flatMap { row in
                    try Self.roles(row, definitions, at: now).filter { role in
                        try !EscalationRows.isRaised(EscalationKey(row, role: role), on: connection)
                    }.map { (row, $0) }
                }
            }
        }
        return Duty.Progress(count: first + later, isMoreWaiting: first == Self.turn)
    }

    /// Finds and raises in one transaction, so that what was made good meanwhile is not raised.
    private func raise(
        at now: Instant, _ find: @escaping @Sendable (Connection, _ limit: Int) throws -> [(OverdueRow, role: String)]
    ) async throws -> Int {
        // Looking first spares the disk a commit on most turns.
        let found = try await world.database.read { try find($0, Self.turn).count }
        guard found > 0 else { return 0 }
        let salts = (0..<Self.turn).map { _ in world.newSalt() }
        return try await world.database.write { connection in
            var left = salts[...]
            for (row, role) in try find(connection, Self.turn) {
                guard let salt = left.first else { break }
                let key = EscalationKey(row, role: role)
                guard
                    try EscalationRows.raise(
                        key, subject: row.subject, agency: row.agency, at: now, on: connection)
                else { continue }
                left.removeFirst()
                try LedgerKeeping.append(
                    Self.note(row, role: role), by: Runner.viewer, at: now, salt: salt, on: connection)
            }
            return salts.count - left.count
        }
    }

    private static func note(_ row: OverdueRow, role: String) -> LedgerKeeping.Note {
        LedgerKeeping.Note(
            kind: .consultation, outcome: "escalated",
            content: [
                ("clock", .string(row.clock)), ("programme", .string(row.programme)), ("role", .string(role)),
                ("subject", .string(row.subject)),
            ], subjects: [row.subject])
    }

    /// The clocks that tell a second role, or more.
    private static func clocksWithSeveral(_ definitions: Definitions) -> [(programme: String, clock: String)] {
        definitions.programmeIDs.flatMap { id -> [(programme: String, clock: String)] in
            guard let programme = definitions.programme(id) else { return [] }
            let ids = programme.clocks.map(\.id) + [LeadRule.Alarm.clock]
            return ids.filter { programme.escalations(of: $0).count > 1 }.map { (id, $0) }
        }
    }

    /// The roles, after the first, that a miss should have reached by now.
    private static func roles(_ row: OverdueRow, _ definitions: Definitions, at now: Instant) -> [String] {
        let programme =
            definitions.edition(row.programme, version: row.version)?.programme ?? definitions.programme(row.programme)
        return (programme?.escalations(of: row.clock) ?? []).dropFirst().filter { escalation in
            escalation.reachesAt(row.due, calendar: definitions.calendar) <= now
        }.map(\.to)
    }
}

extension Programme {
    /// Whom a miss of one of its clocks, or of its alarm, reaches.
    fileprivate func escalations(of clock: String) -> [ClockRule.Escalation] {
        clock == LeadRule.Alarm.clock ? lead?.alarm?.escalations ?? [] : self.clock(clock)?.escalations ?? []
    }
}

extension ClockRule.Escalation {
    /// The instant at which a miss of what was due reaches the role.
    func reachesAt(_ due: Deadline.Due, calendar: WorkingCalendar) -> Instant {
        if after.unit == .hours { return due.end.adding(hours: after.amount) }
        return London.endOfDay(after.day(after: due.day, calendar: calendar))
    }
}

extension EscalationKey {
    init(_ row: OverdueRow, role: String) {
        self.init(
            openedBy: row.openedBy, programme: row.programme, clock: row.clock, number: row.number, role: role)
    }
}
