import Domain
import Store

/// Works out every subject's derived rows from the log alone and puts them right where they differ.
package struct RebuildStandings: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// What was found.
    package struct Report: Sendable, Equatable {
        package var subjects = 0
        /// Time or a new version of the rules had overtaken these: the runner would have worked them out next.
        package var waiting = 0
        /// Those whose rows were not what the log gives, with the tables that differed.
        package var differences: [Difference] = []
    }

    package struct Difference: Sendable, Equatable {
        package var subject: String
        package var tables: [String]
    }

    private static let part = 200

    /// - Parameter progress: told after each part how many subjects are done.
    package func callAsFunction(
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Report {
        var report = Report()
        var last = ""
        while true {
            let after = last
            let subjects = try await world.database.read { connection in
                try AgedStandings.subjects(after: after, limit: Self.part, on: connection)
            }
            guard let end = subjects.last else { return report }
            last = end
            try await world.keepSystemLook("rebuild", at: subjects)
            for subject in subjects {
                report.subjects += 1
                switch try await rebuild(subject) {
                case .same: break
                case .waiting: report.waiting += 1
                case .different(let tables): report.differences.append(Difference(subject: subject, tables: tables))
                }
            }
            progress(report.subjects)
        }
    }

    private enum Outcome: Sendable {
        case same
        case waiting
        case different([String])
    }

    /// Takes back what was written to compare by: nothing is committed for those who are as they should be.
    private struct Same: Error {}

    private func rebuild(_ subject: String) async throws -> Outcome {
        do {
            return try await compared(subject)
        } catch is Same {
            return .same
        }
    }

    private func compared(_ subject: String) async throws -> Outcome {
        let now = world.now()
        let rules = world.rules.current
        return try await world.database.write { connection in
            let definitions = rules.definitions
            guard let log = try LogReading.log(of: subject, definitions: definitions, on: connection) else {
                throw Same()
            }
            func derive(_ instant: Instant) throws {
                let fold = SubjectFold(log.events, subject: subject, definitions: definitions, asOf: instant)
                let derivation = Derivation(fold, definitions: definitions, rota: rules.directory.rota, asOf: instant)
                try derivation.store(subject: subject, definitions: definitions, on: connection)
            }
            let (derivedAt, nextChange) = try AgedStandings.times(of: subject, on: connection)
            if let nextChange, nextChange <= now {
                try derive(now)
                return .waiting
            }
            let before = try DerivedRows(of: subject, on: connection)
            // As of the same instant: what time has changed since is no fault.
            try derive(derivedAt ?? now)
            let differing = try DerivedRows(of: subject, on: connection).differing(from: before)
            if differing.isEmpty || (derivedAt == nil && log.events.isEmpty) { throw Same() }
            return .different(differing)
        }
    }
}
