package import Domain
import Ledger
import Store

/// A shift as an administrator asks for it.
package struct ShiftRequest: Sendable, Hashable {
    package var rota: String
    package var worker: String
    package var start: Instant
    /// The first instant after the shift.
    package var end: Instant

    package init(rota: String, worker: String, start: Instant, end: Instant) {
        self.rota = rota
        self.worker = worker
        self.start = start
        self.end = end
    }
}

/// Puts a worker on a duty rota. Whoever the rota leads, or nobody does, is worked out again soon after.
package struct AddShift: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The longest shift and how far ahead one may be put.
    private static let (mostHours, mostDaysAhead) = (24, 366)

    /// - Throws: `Missing` for whoever does not administer the partnership, or `RecordRefusal.problems`.
    package func callAsFunction(
        _ request: ShiftRequest, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws {
        let (rules, now) = (world.rules.current, world.now())
        try PartnershipRights(rules: rules).check(viewer)
        let rotas = DutyRotas(rules: rules)
        let day = London.day(of: request.start)
        let rota = rotas.all(on: day).first { $0.id == request.rota }
        let problems = problems(request, rota: rota, now: now)
        guard problems.isEmpty, let rota, let agency = rotas.agency(of: request.worker, on: rota, day: day) else {
            throw RecordRefusal.problems(problems)
        }
        let (id, salt) = (world.newReference(), world.newSalt())
        let shift = Rota.Shift(rota: request.rota, worker: request.worker, start: request.start, end: request.end)
        let note = AdministrationRegister.note("shift-added", shift.told)
        try await world.database.write { connection in
            if let key {
                switch try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection) {
                case .done: return
                case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
                case .unused:
                    try WriteKeys.keep(
                        key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: id, at: now,
                        on: connection)
                }
            }
            let others = try DiaryRows.shifts(endingAfter: shift.start, on: connection).filter {
                $0.rota == shift.rota && $0.start < shift.end
            }
            if let other = others.first(where: { $0.worker == shift.worker }) ?? others.first {
                throw RecordRefusal.problems([.onDuty(other, isThemselves: other.worker == shift.worker, rules)])
            }
            try DiaryRows.add(shift, id: id, agency: agency, on: connection)
            try DiaryRows.overtakeOnDuty(programmes: rota.programmes, at: now, on: connection)
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
        try await world.readDirectory()
    }

    private func problems(_ request: ShiftRequest, rota: DutyRotas.Rota?, now: Instant) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ isRight: Bool, _ field: String, _ message: String) {
            if !isRight { problems.append(FieldProblem(field: field, code: .refused, message: message)) }
        }
        check(rota != nil, "rota", "Choose a rota.")
        check(
            rota?.workers.contains { $0.code == request.worker } ?? true, "worker",
            "Choose a worker who has a role on the first day of the shift.")
        check(request.end > request.start, "until", "Enter an end after the start.")
        check(request.end > now, "until", "Enter an end that is not in the past.")
        check(
            request.end <= request.start.adding(hours: Self.mostHours + 1), "until",
            "Enter a shift of at most \(Self.mostHours) hours.")
        check(
            request.start <= now.adding(hours: 24 * Self.mostDaysAhead), "day", "Enter a day within the next year.")
        return problems
    }
}

extension FieldProblem {
    /// One person is on a rota at a time, since whoever is on it leads.
    fileprivate static func onDuty(
        _ other: Rota.Shift, isThemselves: Bool, _ rules: RulesInForce.Snapshot
    ) -> FieldProblem {
        let who = isThemselves ? "This worker" : rules.directory.workerName(other.worker)
        let (start, end) = (London.time(of: other.start).text, London.time(of: other.end).text)
        return FieldProblem(
            field: isThemselves ? "worker" : "from", code: .refused,
            message: """
                \(who) is on duty then, from \(start) on \(London.day(of: other.start).text) to \(end). One person is on \
                a rota at a time: choose other times, or first remove or end that shift.
                """)
    }
}

extension Rota.Shift {
    /// What an entry of the ledger says of it.
    var told: [(String, CanonicalJSON)] {
        [
            ("from", .string(start.iso)), ("rota", .string(rota)), ("until", .string(end.iso)),
            ("worker", .string(worker)),
        ]
    }
}
