package import Domain
import Store

/// Opens the referrals of the viewer's agency: what waits for an answer, what was taken on, what was sent.
package struct OpenReferrals: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 200

    package func callAsFunction(by viewer: Viewer) async throws -> ReferralsView {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let agency = viewer.agency
        let (rows, lines) = try await world.database.read { connection -> ([ReferralRow], [ReferralsView.Line]) in
            let rows = try ReferralReading.referrals(
                agency: agency, rule: rule, limit: Self.limit + 1, on: connection)
            let names = try PersonLine.lines(of: rows.map(\.subject), rule: rule, on: connection)
            let lines = rows.map { row in
                ReferralsView.Line(row, person: names[row.subject] ?? PersonLine(.unnamed(row.subject)), rules: rules)
            }
            return (rows, lines)
        }
        let shown = zip(rows, lines).prefix(Self.limit)
        var seen: Set<String> = []
        try await world.keepLook(
            "referrals", subjects: shown.map(\.0.subject).filter { seen.insert($0).inserted }, by: viewer)
        let ours = shown.filter { $0.0.to == agency }.map(\.1)
        return ReferralsView(
            waiting: ours.filter { $0.state == .sent }.reversed(), accepted: ours.filter { $0.state == .accepted },
            sent: shown.filter { $0.0.from == agency }.map(\.1), answersWith: answersWith(viewer, rules: rules),
            hasMore: rows.count > Self.limit, asOf: now)
    }

    private func answersWith(_ viewer: Viewer, rules: RulesInForce.Snapshot) -> String? {
        let rights = RecordingRights(rules: rules)
        return rules.definitions.recordTypes.first {
            $0.actsAs == .referralAnswer && rights.mayComplete($0, viewer: viewer)
        }?.id
    }
}

extension ReferralsView.Line {
    init(_ row: ReferralRow, person: PersonLine, rules: RulesInForce.Snapshot) {
        event = row.event
        self.person = person
        from = rules.directory.agencyTitle(row.from)
        to = rules.directory.agencyTitle(row.to)
        service = rules.text(
            of: .choice(row.service), field: rules.definitions.recordType(row.type)?.field("service"),
            on: London.day(of: row.sentAt))
        // The schema allows these four and no other.
        state = ReferralsView.State(rawValue: row.state) ?? .sent
        sentAt = row.sentAt
        answeredAt = row.answeredAt
    }
}
