package import Domain
package import Store

/// Referrals to and from the viewer's agency.
package struct ReferralsView: Sendable {
    package var waiting: [Line]
    package var accepted: [Line]
    package var sent: [Line]
    package var asOf: Instant

    package struct Line: Sendable {
        package var referral: ReferralRow
        package var person: FoundPerson
    }
}

/// Opens the referrals of the viewer's agency: what waits for an answer, what was taken on, what was sent.
package struct OpenReferrals: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 200

    package func callAsFunction(by viewer: Viewer) async throws -> ReferralsView {
        let rules = world.rules.current
        let now = world.now()
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let view = try await world.database.read { connection -> ReferralsView in
            let rows = try ReferralReading.referrals(
                agency: viewer.agency, rule: rule, limit: Self.limit, on: connection)
            let heads = try PersonHeads.heads(of: rows.map(\.subject), rule: rule, on: connection)
            let names = Dictionary(heads.map { ($0.subject, $0) }) { first, _ in first }
            let lines = rows.map { ReferralsView.Line(referral: $0, person: names[$0.subject] ?? .unnamed($0.subject)) }
            return ReferralsView(
                waiting: lines.filter { $0.referral.to == viewer.agency && $0.referral.state == "sent" },
                accepted: lines.filter { $0.referral.to == viewer.agency && $0.referral.state == "accepted" },
                sent: lines.filter { $0.referral.from == viewer.agency }, asOf: now)
        }
        var seen: Set<String> = []
        let subjects = (view.waiting + view.accepted + view.sent).map(\.referral.subject)
            .filter { seen.insert($0).inserted }
        try await world.keepLook("referrals", subjects: subjects, by: viewer)
        return view
    }
}
