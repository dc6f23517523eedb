import Credentials
import Domain
import Store

/// Finds who is signed in behind a session cookie.
///
/// Looked up in the database at each request, so that a session that was ended, a worker who has left and a role that
/// is over stop at once, on every node.
package struct ResumeSession: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// - Returns: nil when the cookie opens nothing: no such session, ended, too long idle, too old, the worker has
    ///   left, or the role acted in is no longer held.
    package func callAsFunction(_ cookie: String) async throws -> LiveSession? {
        guard let token = SecretToken(text: cookie) else { return nil }
        let digest = token.digest
        let now = door.world.now()
        let found = try await door.world.database.read { connection in
            try Found(tokenHash: digest.bytes, today: London.day(of: now), on: connection)
        }
        guard let found, found.isStillTrue else { return nil }
        let times = SessionTimes(
            signedInAt: found.session.createdAt.milliseconds, lastSeenAt: found.session.seenAt.milliseconds,
            secondFactorAt: found.session.secondFactorAt.milliseconds)
        guard door.limits.isLive(times, now: now.milliseconds) else { return nil }
        if found.opened.contains(where: { $0.until <= now }) {
            try await door.world.database.write { try GlassRows.close(passedAt: now, on: $0) }
        }
        if door.limits.isRenewalDue(times, now: now.milliseconds) {
            try await door.world.database.write { connection in
                try SessionRows.touch(tokenHash: digest.bytes, at: now, on: connection)
            }
        }
        return found.live(digest: digest, times: times, now: now, door: door)
    }

    /// What one snapshot of the database says about a session.
    private struct Found: Sendable {
        let session: StoredSession
        let worker: Worker
        let roles: [WorkerRole]
        let purpose: String
        /// What the worker has open by breaking the glass, also what is about to close.
        let opened: [GlassBreak]
        let today: Day

        init?(tokenHash: [UInt8], today: Day, on connection: Connection) throws {
            guard let session = try SessionRows.session(tokenHash: tokenHash, on: connection), session.endedAt == nil,
                let worker = try AgencyRows.worker(session.worker, on: connection)
            else { return nil }
            self.session = session
            self.worker = worker
            self.today = today
            roles = try AgencyRows.roles(of: worker.id, on: connection).filter { $0.isInForce(on: today) }
            purpose = try Purpose.usual(of: session.role, on: connection)
            opened = try GlassRows.open(of: worker.id, on: connection).filter {
                $0.agency == session.agency && $0.role == session.role
            }
        }

        var held: WorkerRole? { roles.first { $0.agency == session.agency && $0.role == session.role } }

        /// Whether the worker may still sign in and still holds the role, where one was chosen.
        var isStillTrue: Bool {
            worker.maySignIn(on: today) && (session.role.isEmpty ? !roles.isEmpty : held != nil)
        }

        func live(digest: TokenDigest, times: SessionTimes, now: Instant, door: FrontDoor) -> LiveSession {
            let rules = door.world.rules.current
            let choices = roles.map { rules.choice($0, acting: session) }
            let acting = choices.first(where: \.isActedIn)
            return LiveSession(
                viewer: Viewer(
                    worker: worker.id, name: worker.name, agency: session.agency, role: session.role,
                    purpose: rules.purpose(of: session.role, set: purpose), session: session.reference,
                    hasBrokenGlass: opened.contains { $0.until > now }),
                worker: worker, agencyTitle: acting?.agencyTitle ?? "", roleTitle: acting?.roleTitle ?? "",
                mayAdminister: acting?.mayAdminister ?? false, roles: choices, times: times,
                endsAt: Instant(milliseconds: door.limits.endsAt(times)),
                isSecondFactorFresh: door.limits.isSecondFactorFresh(times, now: now.milliseconds),
                formToken: FormToken(door.world.keys).text(for: digest), digest: digest)
        }
    }
}
