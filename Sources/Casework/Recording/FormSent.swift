package import Domain
import Store

/// What a form led to when it was sent before, by its key: asked before anything else, so that whoever presses twice is
/// answered twice alike, whatever the first press has changed.
package struct FormSent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Returns: the event, or for a new record the person, that it made; nil when nothing was sent with this key.
    /// - Throws: `RecordRefusal.keyUsedForSomethingElse`, or a fault.
    package func callAsFunction(
        _ key: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> String? {
        guard let key else { return nil }
        let found = try await world.database.read { connection in
            try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection)
        }
        switch found {
        case .unused: return nil
        case .done(let result): return result
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        }
    }

    /// Does what the form asks for, or what answers it when it was sent before: also when the same form, sent at the same
    /// moment, has just made what is asked for impossible.
    func once<Outcome>(
        _ key: (name: String, bodyDigest: String)?, by viewer: Viewer,
        before answer: (String) async throws -> Outcome, _ work: () async throws -> Outcome
    ) async throws -> Outcome {
        if let result = try await self(key, by: viewer) { return try await answer(result) }
        do {
            return try await work()
        } catch  where error is Missing || error is RecordRefusal {
            guard let result = try await self(key, by: viewer) else { throw error }
            return try await answer(result)
        }
    }
}
