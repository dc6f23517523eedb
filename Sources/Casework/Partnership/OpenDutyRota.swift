package import Domain
import Store

/// Who is on duty in the days to come.
package struct DutyRotaView: Sendable {
    package var rotas: [RotaPart]
    package var from: Day
    package var until: Day
    package var asOf: Instant

    package struct RotaPart: Sendable {
        package var id: String
        /// The programmes that it leads in.
        package var title: String
        /// Whoever may be put on it.
        package var workers: [Option]
        package var shifts: [Shift]
    }

    package struct Shift: Sendable, Hashable {
        /// What it is ended or removed by.
        package var id: String
        package var worker: String
        package var start: Instant
        package var end: Instant
        package var isOn: Bool
    }
}

/// Opens the duty rota of the next days.
package struct OpenDutyRota: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// Today and the six days after it.
    static let days = 7

    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(by viewer: Viewer) async throws -> DutyRotaView {
        let (rules, now) = (world.rules.current, world.now())
        try PartnershipRights(rules: rules).check(viewer)
        let today = London.day(of: now)
        let last = today.adding(days: Self.days - 1)
        let shifts = try await world.database.read { connection in
            try DiaryRows.dutyShifts(endingAfter: now, on: connection)
        }
        try await world.keepPartnershipLook("duty-rota", by: viewer)
        let rotas = DutyRotas(rules: rules).all(on: today).map { rota in
            DutyRotaView.RotaPart(
                id: rota.id, title: rota.title, workers: rota.workers,
                shifts: shifts.filter { $0.shift.rota == rota.id && $0.shift.start <= London.endOfDay(last) }.map {
                    DutyRotaView.Shift(
                        id: $0.id, worker: rules.directory.workerName($0.shift.worker), start: $0.shift.start,
                        end: $0.shift.end, isOn: $0.shift.start <= now && now < $0.shift.end)
                })
        }
        return DutyRotaView(rotas: rotas, from: today, until: last, asOf: now)
    }
}

/// The rotas that the programmes name.
struct DutyRotas {
    struct Rota {
        var id: String
        var title: String
        /// The agencies whose workers it takes; any agency where a programme names none.
        var agencies: Set<String>
        var programmes: [String]
        var workers: [Option]
    }

    let rules: RulesInForce.Snapshot

    func all(on day: Day) -> [Rota] {
        var rotas: [Rota] = []
        for programme in rules.definitions.schemes.flatMap(\.programmes) {
            guard let id = programme.lead?.rota else { continue }
            let place = rotas.firstIndex { $0.id == id }
            if let place {
                rotas[place].programmes.append(programme.id)
                rotas[place].title += ", " + programme.title
                rotas[place].agencies.formUnion([programme.agency].compactMap { $0 })
            } else {
                rotas.append(
                    Rota(
                        id: id, title: programme.title, agencies: Set([programme.agency].compactMap { $0 }),
                        programmes: [programme.id], workers: []))
            }
        }
        return rotas.map { rota in
            var rota = rota
            rota.workers = workers(rota.agencies, on: day)
            return rota
        }
    }

    private func workers(_ agencies: Set<String>, on day: Day) -> [Option] {
        let held = rules.directory.roles.filter {
            (agencies.isEmpty || agencies.contains($0.agency)) && $0.isInForce(on: day) && !administers($0.role)
        }
        return Set(held.map(\.worker)).compactMap { rules.directory.workers[$0] }.filter { $0.maySignIn(on: day) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { Option(code: $0.id, title: $0.name) }
    }

    private func administers(_ role: String) -> Bool {
        rules.definitions.roles.first { $0.id == role }?.mayAdminister ?? false
    }

    /// The agency a worker stands on a rota for.
    func agency(of worker: String, on rota: Rota, day: Day) -> String? {
        rules.directory.roles.first {
            $0.worker == worker && (rota.agencies.isEmpty || rota.agencies.contains($0.agency)) && $0.isInForce(on: day)
        }?.agency
    }
}
