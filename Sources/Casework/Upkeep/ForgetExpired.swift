import Domain
import Store

/// Lets go of what is kept for a time only: drafts, the keys of forms sent, sessions long over, guesses at passwords.
package struct ForgetExpired: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// A form sent twice is recognised for so long. A browser keeps an open page no longer than a session lasts.
    static let writeKeyDays = 14
    /// A session's row, and a count of wrong guesses, so long after it was last used.
    static let sessionDays = 7

    package func callAsFunction() async throws -> Duty.Progress {
        let now = world.now()
        try await world.database.write { connection in
            try DraftRows.removeExpired(at: now, on: connection)
            try WriteKeys.forget(before: now.adding(hours: -24 * Self.writeKeyDays), on: connection)
            try SessionRows.forget(before: now.adding(hours: -24 * Self.sessionDays), on: connection)
        }
        return Duty.Progress(count: 0)
    }
}
