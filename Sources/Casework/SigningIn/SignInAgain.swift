import Credentials
import Domain
import Store

/// Signs in where a session lapsed in the middle of something, so that the same worker goes on where they were: in the
/// role they acted in, if they still hold it.
package struct SignInAgain: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// What came of it.
    package struct Opened: Sendable {
        /// What the browser keeps.
        package let kept: OpenedSession
        package let session: LiveSession
        /// Whether the session that lapsed was another worker's: what they typed is not for this one.
        package let isSomebodyElse: Bool
    }

    /// - Throws: `SignInRefusal`, or a fault; `Missing` when the worker left at that very moment.
    package func callAsFunction(_ attempt: SignInAttempt) async throws -> Opened {
        let lapsed = try await lapsed(attempt)
        let kept = try await SignIn(door)(attempt)
        var session = try await resume(kept)
        let isSomebodyElse = lapsed.map { $0.worker != session.worker.id } ?? false
        if let lapsed, !isSomebodyElse, !session.hasRole, session.holds(lapsed) {
            try await ChooseRole(door)(agency: lapsed.agency, role: lapsed.role, in: session)
            session = try await resume(kept)
        }
        return Opened(kept: kept, session: session, isSomebodyElse: isSomebodyElse)
    }

    /// The session that the browser's cookie still names. It opens nothing.
    private func lapsed(_ attempt: SignInAttempt) async throws -> StoredSession? {
        guard let token = attempt.replacing.flatMap({ SecretToken(text: $0) }) else { return nil }
        return try await door.world.database.read { connection in
            try SessionRows.session(tokenHash: token.digest.bytes, on: connection)
        }
    }

    private func resume(_ kept: OpenedSession) async throws -> LiveSession {
        guard let session = try await ResumeSession(door)(kept.session) else { throw Missing() }
        return session
    }
}

extension LiveSession {
    /// Whether its worker holds, today, the role that another session acted in.
    fileprivate func holds(_ other: StoredSession) -> Bool {
        roles.contains { $0.agency == other.agency && $0.role == other.role }
    }
}
