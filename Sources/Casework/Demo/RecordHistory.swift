import Domain
import Ledger
import Store

/// Records many people at once: each with their events, everything derived from them, and entries of the ledger that name
/// every event with its digest.
///
/// What is written is what recording one event after another would have left. People are worked out side by side, a part
/// at a time, while the part before is written.
package struct RecordHistory: Sendable {
    let world: World
    let entriesEach: Bool
    private let part: Int

    /// - Parameters:
    ///   - entriesEach: whether each event has an entry of its own, by whoever recorded it and at that time, as when it was
    ///     recorded by itself; else one entry names all of a person's.
    ///   - part: how many people are written in one transaction.
    package init(_ world: World, entriesEach: Bool = false, part: Int = 60) {
        self.world = world
        self.entriesEach = entriesEach
        self.part = part
    }

    package struct Recorded: Sendable {
        package var events = 0
        /// Deadlines that somebody still has to meet.
        package var deadlines = 0
        package var problems: [String] = []
    }

    /// Parts worked out at the same time; more than this waits for the writer anyway.
    private static let abreast = 3

    /// - Parameter progress: told how many people are written.
    /// - Throws: a fault; parts written by then stay.
    @discardableResult
    package func callAsFunction(
        _ history: DemoHistory, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Recorded {
        let parts = stride(from: 0, to: history.subjects.count, by: part).map { start in
            Array(history.subjects[start..<min(start + part, history.subjects.count)])
        }
        var recorded = Recorded()
        try await withThrowingTaskGroup(of: (Int, [PreparedSubject]).self) { group in
            var ready: [Int: [PreparedSubject]] = [:]
            var (begun, written, people) = (0, 0, 0)
            while written < parts.count {
                while begun < min(parts.count, written + Self.abreast) {
                    let (number, part, world, each) = (begun, parts[begun], world, entriesEach)
                    group.addTask {
                        (
                            number,
                            part.map { PreparedSubject($0, now: history.now, world: world, entriesEach: each) }
                        )
                    }
                    begun += 1
                }
                guard let subjects = ready.removeValue(forKey: written) else {
                    if let (number, subjects) = try await group.next() { ready[number] = subjects }
                    continue
                }
                try await write(subjects)
                written += 1
                people += subjects.count
                recorded.events += subjects.reduce(0) { $0 + $1.events.count }
                recorded.deadlines += subjects.reduce(0) { $0 + $1.deadlines }
                recorded.problems += subjects.flatMap(\.problems)
                progress(people)
            }
        }
        return recorded
    }

    private func write(_ subjects: [PreparedSubject]) async throws {
        let definitions = world.definitions
        try await world.database.writeInLedgerTurn { connection in
            for subject in subjects { try subject.store(definitions: definitions, on: connection) }
        }
    }
}
