import Credentials
package import Domain
import Store

/// A worker as those see them who administer the partnership.
package struct WorkerLine: Sendable, Hashable {
    package var id: String
    package var name: String
    package var signInName: String
    package var phone: String
    package var roles: [HeldRole]
    package var secondFactor: SecondFactor
    /// As far as is known: sessions are kept for a week, the time of the last code for as long as its key.
    package var lastSignedIn: Instant?
    package var openSessions: Int
    /// They have left, or every role of theirs is over.
    package var isFormer: Bool

    package enum SecondFactor: Sendable, Hashable {
        /// There is none: nobody can sign in with this account.
        case none
        /// A key was given out and no code of it was used yet.
        case given
        case used
    }
}

/// A role of a worker with the names a page gives it.
package struct HeldRole: Sendable, Hashable {
    package enum State: Sendable, Hashable { case toCome, inForce, over }

    package var agency: String
    package var role: String
    package var agencyTitle: String
    package var roleTitle: String
    package var team: String
    package var venueTitle: String
    package var from: Day?
    package var until: Day?
    package var state: State
    package var mayAdminister: Bool
}

/// Everybody who signs in, or one worker, as one snapshot of the database has them.
struct WorkerLines: Sendable {
    private let workers: [Worker]
    private let roles: [String: [WorkerRole]]
    private let accounts: [String: AccountRow]
    private let sessions: [String: SessionCount]
    private let now: Instant
    private let rules: RulesInForce.Snapshot

    init(
        of worker: String? = nil, limits: SessionLimits, rules: RulesInForce.Snapshot, now: Instant,
        on connection: Connection
    ) throws {
        workers =
            try worker.map { try [AgencyRows.worker($0, on: connection)].compactMap { $0 } }
            ?? AgencyRows.workers(on: connection)
        roles = Dictionary(grouping: try AgencyRows.roles(of: worker, on: connection), by: \.worker)
        let accounts = try AccountRows.accounts(of: worker, on: connection)
        let sessions = try AccountRows.sessions(
            of: worker, seenAfter: now.adding(milliseconds: -limits.idleMilliseconds),
            createdAfter: now.adding(milliseconds: -limits.absoluteMilliseconds), on: connection)
        self.accounts = Dictionary(accounts.map { ($0.worker, $0) }) { first, _ in first }
        self.sessions = Dictionary(sessions.map { ($0.worker, $0) }) { first, _ in first }
        self.now = now
        self.rules = rules
    }

    func all() -> [WorkerLine] { workers.map(line) }

    private func line(_ worker: Worker) -> WorkerLine {
        let today = London.day(of: now)
        let held = (roles[worker.id] ?? []).map { role($0, mayWork: worker.maySignIn(on: today), today: today) }
        let (account, session) = (accounts[worker.id], sessions[worker.id])
        let lastCode = account?.lastStep.map { Instant(milliseconds: $0 * TOTP.stepMilliseconds) }
        return WorkerLine(
            id: worker.id, name: worker.name, signInName: worker.signInName, phone: worker.phone, roles: held,
            secondFactor: account?.hasSecondFactor ?? false ? (lastCode == nil ? .given : .used) : .none,
            lastSignedIn: session?.lastOpenedAt ?? lastCode.map { min($0, now) },
            openSessions: Int(session?.open ?? 0), isFormer: held.allSatisfy { $0.state == .over })
    }

    private func role(_ held: WorkerRole, mayWork: Bool, today: Day) -> HeldRole {
        let role = rules.definitions.roles.first { $0.id == held.role }
        let isToCome = held.from.map { today < $0 } ?? false
        return HeldRole(
            agency: held.agency, role: held.role, agencyTitle: rules.directory.agencyTitle(held.agency),
            roleTitle: role?.title ?? held.role, team: held.team,
            venueTitle: held.venue.map(rules.directory.venueTitle) ?? "", from: held.from, until: held.until,
            state: !mayWork || held.isOver(on: today) ? .over : isToCome ? .toCome : .inForce,
            mayAdminister: role?.mayAdminister ?? false)
    }
}
