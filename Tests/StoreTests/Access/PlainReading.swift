import Domain

/// The same policy said again as plainly as it can be, straight from the agreements: a reading of its own to compare
/// with, slow and without any type that the policy is made of.
struct PlainReading {
    let policy: RandomPolicy
    let today: Day

    func allows(_ row: RowFacts, of subject: SubjectFacts) -> Bool {
        if subject.isSealed { return false }
        let viewer = policy.viewer
        if viewer.isSystem { return true }
        if subject.barredWorkers.contains(where: { same($0.text, viewer.worker) }) { return false }
        if let admitted = subject.admittedWorkers, !admitted.contains(where: { same($0.text, viewer.worker) }) {
            return false
        }
        guard let role = policy.roles.first(where: { same($0.id, viewer.role) }), !role.mayAdminister,
            !viewer.agency.isEmpty,
            let category = policy.categories.first(where: { same($0.id, row.category.text) })
        else { return false }
        if same(row.owner.text, viewer.agency), lists(role.categories, row.category.text) { return true }
        if viewer.hasBrokenGlass, subject.openedFor.contains(where: { same($0.text, viewer.worker) }),
            lists(role.categories, row.category.text), !category.isStatutory
        {
            return true
        }
        return policy.agreements.contains { agreement in
            agreement.permissions.contains { permits($0, of: agreement, category, row, subject) }
        }
    }

    private func permits(
        _ permission: SharingAgreement.Permission, of agreement: SharingAgreement, _ category: Scheme.Category,
        _ row: RowFacts, _ subject: SubjectFacts
    ) -> Bool {
        let viewer = policy.viewer
        if let from = agreement.from, today < from { return false }
        if let until = agreement.until, today > until { return false }
        guard lists(agreement.parties, viewer.agency), lists(agreement.parties, row.owner.text) else { return false }
        let filters: [([String], String)] = [
            (agreement.purposes, viewer.purpose), (permission.purposes, viewer.purpose),
            (permission.agencies, viewer.agency), (permission.roles, viewer.role), (permission.owners, row.owner.text),
            (permission.types, row.type.text),
        ]
        for (list, word) in filters where !list.isEmpty && !lists(list, word) { return false }
        guard lists(permission.categories, row.category.text) else { return false }
        if category.isStatutory, !permission.conditions.contains(.writtenConsent) { return false }
        return permission.conditions.allSatisfy { holds($0, row, subject) }
    }

    private func holds(_ condition: SharingAgreement.Condition, _ row: RowFacts, _ subject: SubjectFacts) -> Bool {
        let viewer = policy.viewer
        switch condition {
        case .enrolled(let programmes):
            return subject.enrolments.contains { lists(programmes, $0.programme.text) }
        case .enrolledHere(let programmes):
            return subject.enrolments.contains {
                lists(programmes, $0.programme.text) && same($0.agency.text, viewer.agency)
            }
        case .openReferral:
            return subject.openReferrals.contains { same($0.text, viewer.agency) }
        case .told:
            return subject.toldAgencies.contains { same($0.text, viewer.agency) }
        case .leads:
            return subject.enrolments.contains { enrolment in
                enrolment.lead.map { same($0.text, viewer.worker) } ?? false
            }
        case .consent:
            return subject.consents.contains { covers($0, row) }
        case .writtenConsent:
            return subject.consents.contains { $0.isWritten && covers($0, row) }
        }
    }

    private func covers(_ consent: SubjectFacts.Consent, _ row: RowFacts) -> Bool {
        same(consent.recipient.text, policy.viewer.agency) && same(consent.purpose.text, policy.viewer.purpose)
            && same(consent.category.text, row.category.text) && London.day(of: consent.from) <= today
            && (consent.until.map { today <= $0 } ?? true)
    }

    private func lists(_ list: [String], _ word: String) -> Bool { list.contains { same($0, word) } }

    private func same(_ left: String, _ right: String) -> Bool { Array(left.utf8) == Array(right.utf8) }
}
