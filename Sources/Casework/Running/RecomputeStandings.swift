import Domain
import Ledger
import Logging
import Store

/// Works out again what time alone has changed: deadlines that have passed and, once a day, whatever counts days.
///
/// One transaction a subject, kept only if nobody wrote to the subject meanwhile: whoever wrote has worked it out.
package struct RecomputeStandings: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// So many subjects in one turn, and so many at a time, whose commits are then shared.
    static let turn = 200
    private static let width = 8

    package func callAsFunction() async throws -> Duty.Progress {
        let now = world.now()
        let today = London.startOfDay(London.day(of: now))
        let subjects = try await world.database.read { connection in
            let due = try WaitingStandings.due(by: now, limit: Self.turn, on: connection)
            guard due.isEmpty else { return due }
            return try AgedStandings.derived(before: today, limit: Self.turn, on: connection)
        }
        guard !subjects.isEmpty else { return Duty.Progress(count: 0) }
        try await world.keepSystemLook("standings", at: subjects)
        var failure: (any Error)?
        var count = 0
        for start in stride(from: 0, to: subjects.count, by: Self.width) {
            let some = subjects[start..<min(start + Self.width, subjects.count)]
            for result in await results(of: some, at: now) {
                switch result {
                case .success(let isDone): count += isDone ? 1 : 0
                case .failure(let error): failure = error
                }
            }
        }
        // Those that failed stand first in line again; unless others came through, waiting is better than trying.
        if let failure, count == 0 { throw failure }
        if let failure {
            world.log.error("a standing was not worked out", metadata: ["fault": "\(FaultReport(failure).summary)"])
        }
        return Duty.Progress(count: count, isMoreWaiting: failure == nil && subjects.count == Self.turn)
    }

    private func results(of subjects: ArraySlice<String>, at now: Instant) async -> [Result<Bool, any Error>] {
        await withTaskGroup(of: Result<Bool, any Error>.self) { group in
            for subject in subjects {
                group.addTask {
                    do { return .success(try await recompute(subject, at: now)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// False when somebody wrote meanwhile.
    private func recompute(_ subject: String, at now: Instant) async throws -> Bool {
        let rules = world.rules.current
        let definitions = rules.definitions
        let log = try await world.database.read { connection in
            try LogReading.log(of: subject, definitions: definitions, on: connection)
        }
        guard let log else { return false }
        let fold = SubjectFold(log.events, subject: subject, definitions: definitions, asOf: now)
        let derivation = Derivation(fold, definitions: definitions, rota: rules.directory.rota, asOf: now)
        return try await world.database.write { connection in
            guard try AgedStandings.edition(of: subject, on: connection) == log.edition else { return false }
            try derivation.store(subject: subject, definitions: definitions, on: connection)
            return true
        }
    }
}

extension World {
    /// Keeps one entry for many records that a part of the system reads to work something out. Nobody is shown anything,
    /// so it does not stand on each person's own list of looks; whose records they were is in its content.
    func keepSystemLook(_ work: String, at subjects: [String]) async throws {
        let note = LedgerKeeping.Note(
            kind: .consultation, outcome: "worked-out",
            content: [("subjects", .array(subjects.map(CanonicalJSON.string))), ("work", .string(work))], subjects: [])
        try await keepLook(note, by: Runner.viewer)
    }
}
