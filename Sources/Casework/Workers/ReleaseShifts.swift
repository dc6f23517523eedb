import Domain
import Store

/// Takes a worker off the duty rotas that no role of theirs lets them stand on any more: whoever has left leads nobody.
struct ReleaseShifts: Sendable {
    let rotas: DutyRotas

    /// Looks at the roles as the transaction has them. A shift that runs ends now; one to come is removed.
    func callAsFunction(of worker: String, at now: Instant, on connection: Connection) throws {
        let theirs = try DiaryRows.dutyShifts(endingAfter: now, on: connection).filter { $0.shift.worker == worker }
        guard !theirs.isEmpty else { return }
        let roles = try AgencyRows.roles(of: worker, on: connection)
        let mayWork = try AgencyRows.worker(worker, on: connection)
        let all = rotas.all(on: London.day(of: now))
        for duty in theirs {
            guard let rota = all.first(where: { $0.id == duty.shift.rota }) else { continue }
            let day = max(London.day(of: duty.shift.start), London.day(of: now))
            let stands = roles.contains {
                (rota.agencies.isEmpty || rota.agencies.contains($0.agency)) && $0.isInForce(on: day)
            }
            if stands, mayWork?.maySignIn(on: day) ?? false { continue }
            try duty.end(at: now, on: connection)
            try DiaryRows.overtakeOnDuty(programmes: rota.programmes, at: now, on: connection)
        }
    }
}

extension DutyShift {
    /// A shift that has begun ends; one that has not is gone.
    func end(at now: Instant, on connection: Connection) throws {
        if shift.start < now {
            try DiaryRows.endShift(id, at: now, on: connection)
        } else {
            try DiaryRows.removeShift(id, on: connection)
        }
    }
}
