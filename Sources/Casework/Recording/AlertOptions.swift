import Domain
import Store

/// The alerts that a worker may say they have in hand: only by its title is one acknowledged, so it is chosen, not typed.
struct AlertOptions {
    let viewer: Viewer
    let rule: AccessRule
    let now: Instant

    /// More than can wait for one role.
    private static let limit = 1_000

    /// What waits for the viewer's role about a person; where nothing does, what is overdue or flagged of theirs.
    func options(of subject: String, row: RowRule, on connection: Connection) throws -> [Option] {
        let waiting = try EscalationRows.waiting(
            role: viewer.role, agency: viewer.agency, rule: rule, limit: Self.limit, on: connection
        ).filter { $0.subject == subject }
        guard waiting.isEmpty else { return Self.once(waiting.map(\.title)) }
        var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
        try StandingRows.fill(&enrolments, rule: rule, on: connection)
        let open = enrolments.filter { $0.endedAt == nil }
        return Self.once(
            open.flatMap(\.deadlines).filter { $0.isOverdue(at: now) }.map(\.title)
                + open.flatMap(\.flags).map(\.title))
    }

    private static func once(_ titles: [String]) -> [Option] {
        var seen: Set<String> = []
        return titles.filter { seen.insert($0).inserted }.map { Option(code: $0, title: $0) }
    }
}
