import Domain
import Store

/// What each agency of the partnership can see of a person: the policy that shows pages, asked for a worker of each role
/// that each agency has.
///
/// The viewer is told only of rows they may see themselves, and of those who else sees the rows of their own agency,
/// which answers for them. Of another agency's rows only that agency and the viewer's own are named: whom a partner
/// shares its records with is the partner's to say, since a reason such as "was referred for prescribing" is part of a
/// record.
struct AgencySightReading {
    private let reading: PersonReading
    private let found: PersonReading.Found
    private let viewer: Viewer
    private let today: Day
    private let facts: SubjectFacts

    init(_ reading: PersonReading, _ found: PersonReading.Found, viewer: Viewer) throws {
        self.reading = reading
        self.found = found
        self.viewer = viewer
        today = London.day(of: reading.now)
        facts = try SubjectFactsReading.facts(of: found.view.subject, on: reading.connection)
    }

    /// In order of the agencies' and roles' titles; a role that sees nothing the viewer may know of is left out.
    func sights() throws -> [AgencySight] {
        let directory = reading.rules.directory
        let held = directory.roles.filter { $0.isInForce(on: today) }
        let purposes = try reading.rules.usualPurposes(on: reading.connection)
        let pairs = Set(held.map { Acting(agency: $0.agency, role: $0.role) })
        let sights = pairs.flatMap { acting -> [AgencySight] in
            let leads = held.filter { $0.agency == acting.agency && $0.role == acting.role }.map(\.worker)
                .filter { worker in facts.enrolments.contains { $0.lead == ByteText(worker) } }
            return self.sights(of: acting, purpose: purposes[acting.role] ?? "", leads: leads.sorted())
        }
        return sights.sorted { left, right in
            (directory.agencyTitle(left.agency), left.agency, left.role, left.lead ?? "")
                < (directory.agencyTitle(right.agency), right.agency, right.role, right.lead ?? "")
        }
    }

    private struct Acting: Hashable {
        let agency: String
        let role: String
    }

    private func sights(of acting: Acting, purpose: String, leads: [String]) -> [AgencySight] {
        let known = found.rows.filter { row in
            found.row.allows(row)
                && [viewer.agency, acting.agency].contains(row.owner.text)
                || acting.agency == viewer.agency
                    && found.row.allows(row)
        }
        // Nobody in particular: a worker who neither leads nor is barred.
        let anybody = parts(acting, worker: "", purpose: purpose, among: known)
        var sights: [AgencySight] = []
        if !anybody.isEmpty {
            sights.append(AgencySight(agency: acting.agency, role: acting.role, lead: nil, parts: anybody))
        }
        for worker in leads {
            let more = parts(acting, worker: worker, purpose: purpose, among: known).filter { !anybody.contains($0) }
            if !more.isEmpty {
                sights.append(AgencySight(agency: acting.agency, role: acting.role, lead: worker, parts: more))
            }
        }
        return sights
    }

    private func parts(_ acting: Acting, worker: String, purpose: String, among rows: [RowFacts]) -> [ShownPart] {
        let somebody = Viewer(somebody: worker, agency: acting.agency, role: acting.role, purpose: purpose)
        let rule = reading.rules.policy.rule(for: somebody, today: today).given(facts)
        return rule.shown(among: rows)
    }
}
