import Domain
import Ledger
import Store

/// Records many people at once: each with their events, everything derived from them, and an entry of the ledger that
/// names every event with its digest.
///
/// What is written is what recording one event after another would have left. People are worked out side by side, a part
/// at a time, while the part before is written.
package struct RecordHistory: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package struct Recorded: Sendable {
        package var events = 0
        /// Deadlines that somebody still has to meet.
        package var deadlines = 0
        package var problems: [String] = []
    }

    /// People in one transaction.
    private static let part = 60

    /// Parts worked out at the same time; more than this waits for the writer anyway.
    private static let abreast = 3

    /// - Parameter progress: told how many people are written.
    /// - Throws: a fault; parts written by then stay.
    @discardableResult
    package func callAsFunction(
        _ history: DemoHistory, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Recorded {
        let parts = stride(from: 0, to: history.subjects.count, by: Self.part).map { start in
            Array(history.subjects[start..<min(start + Self.part, history.subjects.count)])
        }
        var recorded = Recorded()
        try await withThrowingTaskGroup(of: (Int, [PreparedSubject]).self) { group in
            var ready: [Int: [PreparedSubject]] = [:]
            var (begun, written, people) = (0, 0, 0)
            while written < parts.count {
                while begun < min(parts.count, written + Self.abreast) {
                    let (number, part, world) = (begun, parts[begun], world)
                    group.addTask { (number, part.map { PreparedSubject($0, now: history.now, world: world) }) }
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
        let (now, definitions) = (world.now(), world.definitions)
        try await world.database.write { connection in
            for subject in subjects { try subject.store(definitions: definitions, at: now, on: connection) }
        }
    }
}
