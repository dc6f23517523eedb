package import Domain
import Ledger
package import Store

/// Puts checked schemes in force: those built on first, all of them or none.
package struct PublishSchemes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// One scheme's outcome.
    package struct Outcome: Sendable, Hashable {
        package var version: String
        /// The first day on which new enrolments begin under it; nil for always.
        package var from: Day?
        /// False when this version was in force already.
        package var isNew: Bool
    }

    /// - Parameters:
    ///   - schemes: in build order, as checked; `from` is set here.
    ///   - from: the first day on which new enrolments begin under them. When not said: always, for a scheme's first
    ///     version; today, for a later one.
    /// - Throws: `PublishRefusal`, or a fault.
    package func callAsFunction(
        _ schemes: [PublishedScheme], from: Day?, by viewer: Viewer
    ) async throws -> [Outcome] {
        let (now, salt) = (world.now(), world.newSalt())
        let today = London.day(of: now)
        return try await world.database.write { connection in
            var outcomes: [Outcome] = []
            for var scheme in schemes {
                let latest = try SchemeRows.latest(of: scheme.scheme, on: connection)
                scheme.from = latest == nil ? from : from ?? today
                if latest == scheme.version {
                    outcomes.append(Outcome(version: scheme.version, from: nil, isNew: false))
                    continue
                }
                if latest != nil, let from, from < today { throw PublishRefusal.dayHasPassed(from) }
                guard try SchemeRows.publish(scheme, at: now, by: viewer.worker, on: connection) else {
                    throw PublishRefusal.superseded(scheme.version)
                }
                outcomes.append(Outcome(version: scheme.version, from: scheme.from, isNew: true))
            }
            let new = outcomes.filter(\.isNew).map(\.version)
            guard !new.isEmpty else { return outcomes }
            try RulesEdition.advance(on: connection)
            try AgedStandings.overtakeAll(at: now, on: connection)
            let note = AdministrationRegister.note("published", [("versions", .array(new.map(CanonicalJSON.string)))])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
            return outcomes
        }
    }
}

/// Why nothing was published.
package enum PublishRefusal: Error, Sendable, Hashable {
    /// Enrolments have begun since under the version before; they would silently change rules.
    case dayHasPassed(Day)
    /// This version was in force once and another has taken its place.
    case superseded(String)
}
