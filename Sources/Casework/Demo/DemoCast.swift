import Domain

/// Who does what a story tells: worked out from roles and rotas.
struct DemoCast {
    private let plan: DemoPlan
    private let ids: [String: String]
    private let agencies: [String: String]
    private let rota: Rota

    init(_ plan: DemoPlan, workers: [(worker: DemoWorker, id: String)], rota: Rota) {
        self.plan = plan
        self.rota = rota
        ids = Dictionary(workers.map { ($0.worker.signInName, $0.id) }) { first, _ in first }
        agencies = Dictionary(workers.map { ($0.id, $0.worker.agency) }) { first, _ in first }
    }

    func agency(of worker: String) -> String { agencies[worker] ?? "" }

    /// Who plays a part at an instant. A role's player is chosen once for a person and stays.
    ///
    /// - Parameter played: by part, who plays it in this person's life.
    func player(
        _ part: String, at instant: Instant, played: inout [String: String], _ random: inout SeededRandom
    ) -> String {
        if let known = played[part] { return known }
        guard let player = plan.cast.first(where: { $0.id == part })?.player else { return "" }
        switch player {
        case .worker(let name): return ids[name] ?? ""
        case .rota(let id): return onDuty(id, at: instant, &random)
        case .role(let role, let agency, let butNot):
            let other = butNot.flatMap { played[$0] }
            let able = plan.workers.filter { worker in
                worker.roles.contains(role) && (agency == nil || worker.agency == agency)
            }
            let free = able.compactMap { ids[$0.signInName] }.filter { $0 != other }
            let chosen = random.one(of: free) ?? ""
            played[part] = chosen
            return chosen
        }
    }

    /// Whoever is on the rota; before it was written, anybody of its crew.
    private func onDuty(_ id: String, at instant: Instant, _ random: inout SeededRandom) -> String {
        if let shift = rota.duty(id, at: instant), shift.start <= instant.adding(hours: 24) { return shift.worker }
        let crew = plan.rotas.first { $0.id == id }?.workers ?? []
        return random.one(of: crew).flatMap { ids[$0] } ?? ""
    }
}
