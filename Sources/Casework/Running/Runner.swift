package import Domain
import Logging
package import Store

/// Does the duties that are due, as a named part of the system.
///
/// Each turn is leased in the database, so any number of runners may be up; whoever dies leaves a lease that runs out.
package struct Runner: Sendable {
    let world: World
    let duties: [Duty]
    /// What the lease calls this runner: its own at each start.
    let name: String

    package static let viewer = Viewer.system("runner")

    package init(_ world: World, duties: [Duty] = Duty.all) {
        self.world = world
        self.duties = duties
        name = "runner-" + world.newReference()
    }

    /// Puts every duty into the table of waiting work where it is not there yet.
    package func prepare() async throws {
        let known = try await world.database.read { try WorkRows.kinds(on: $0) }
        let now = world.now()
        let missing = duties.filter { !known.contains($0.kind) }.map { duty in
            (kind: duty.kind, id: world.newReference(), at: duty.first(now))
        }
        guard !missing.isEmpty else { return }
        try await world.database.write { connection in
            for duty in missing { try WorkRows.plan(duty.kind, about: "", id: duty.id, at: duty.at, on: connection) }
        }
    }

    /// Does one turn of every duty that is due and free. What fails is tried again later, and later each time.
    ///
    /// - Returns: whether more is waiting to be done at once.
    /// - Throws: when the table of waiting work cannot be read, or the disk failed: then the program should start again.
    package func turn() async throws -> Bool {
        let now = world.now()
        // Of a node that died between a commit and its turn.
        await world.sequencer.placeWaiting()
        let waiting = try await world.database.read { try WaitingEntries(on: $0) }
        if waiting.count >= WaitingEntries.limit {
            try await world.database.write { try WorkRows.hasten(Duty.checkpoint.kind, at: now, on: $0) }
        }
        try await bringBack(at: now)
        let due = try await world.database.read { try WorkRows.due(at: now, on: $0) }
        var isMoreWaiting = false
        for duty in duties where due.contains(where: { $0.kind == duty.kind }) {
            if try await perform(duty) { isMoreWaiting = true }
        }
        return isMoreWaiting
    }

    /// Has done at once what is planned for later than it can have been by the clock as it is: the clock was set back.
    private func bringBack(at now: Instant) async throws {
        let times = try await world.database.read { try WorkRows.times(on: $0) }
        for duty in duties {
            let latest = now.adding(seconds: 2 * max(duty.periodSeconds, duty.leaseSeconds))
            let lease = now.adding(seconds: 2 * duty.leaseSeconds)
            let isAhead = times.contains { time in
                time.kind == duty.kind && (time.due > latest || time.leasedUntil ?? now > lease)
            }
            guard isAhead else { continue }
            try await world.database.write { try WorkRows.bringBack(duty.kind, to: now, on: $0) }
        }
    }

    /// The last act of a stop: signs what the ledger holds. What cannot be signed now will be at the next start.
    package func stop() async {
        guard duties.contains(where: { $0.kind == Duty.checkpoint.kind }) else { return }
        do {
            try await WriteCheckpoint(world)()
        } catch {
            report(error, of: Duty.checkpoint.kind)
        }
    }

    private func perform(_ duty: Duty) async throws -> Bool {
        do {
            guard let attempts = try await lease(duty) else { return false }
            do {
                let progress = try await duty.perform(world)
                let now = world.now()
                try await settle(duty, next: progress.isMoreWaiting ? now : duty.next(after: now), isDone: true)
                if progress.count > 0 {
                    world.log.info(
                        "did waiting work", metadata: ["event": "\(duty.kind)", "count": "\(progress.count)"])
                }
                return progress.isMoreWaiting
            } catch let fault as StoreFault where mustEnd(after: fault) {
                throw fault
            } catch {
                report(error, of: duty.kind)
                let pause = Self.pause(afterAttempts: attempts)
                try await settle(duty, next: world.now().adding(seconds: pause), isDone: false)
            }
        } catch let fault as StoreFault where mustEnd(after: fault) {
            throw fault
        } catch {
            report(error, of: duty.kind)
        }
        return false
    }

    private func lease(_ duty: Duty) async throws -> Int? {
        let (now, name) = (world.now(), name)
        return try await world.database.write { connection in
            try WorkRows.lease(
                duty.kind, about: "", by: name, at: now, until: now.adding(seconds: duty.leaseSeconds), on: connection)
        }
    }

    private func settle(_ duty: Duty, next: Instant, isDone: Bool) async throws {
        let name = name
        try await world.database.write { connection in
            try WorkRows.settle(duty.kind, about: "", by: name, next: next, isDone: isDone, on: connection)
        }
    }

    /// 5 seconds, 10, 20 … up to 10 minutes.
    static func pause(afterAttempts attempts: Int) -> Int { min(600, 5 << min(attempts, 7)) }

    /// Whether nothing more may be written until the program starts again: a disk of its own failed at a commit. A server
    /// that did not answer may be there again in a moment.
    package func mustEnd(after fault: StoreFault) -> Bool { fault == .io && world.database.hasOneWriter }

    package func report(_ error: any Error, of duty: String) {
        world.log.error(
            "waiting work failed",
            metadata: ["event": "\(duty)", "fault": "\(FaultReport(error).summary)"])
    }
}
