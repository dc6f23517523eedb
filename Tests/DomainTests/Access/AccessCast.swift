import Domain

/// A small partnership that the examples share: police, probation, treatment, housing and a court.
enum AccessCast {
    static let today = Day(number: 19_500)

    static let categories = [
        Scheme.Category(id: "identity", title: "Identity"), Scheme.Category(id: "tests", title: "Tests"),
        Scheme.Category(id: "health", title: "Health"), Scheme.Category(id: "court", title: "Court"),
        Scheme.Category(id: "required-assessment", title: "Required assessment", isStatutory: true),
    ]

    static let roles = [
        Scheme.Role(id: "arresting-officer", title: "Arresting officer", categories: ["identity", "tests"]),
        Scheme.Role(id: "offender-manager", title: "Offender manager", categories: ["identity", "court"]),
        Scheme.Role(
            id: "assessor", title: "Assessor", categories: ["identity", "tests", "health", "required-assessment"]),
        Scheme.Role(id: "receptionist", title: "Receptionist", categories: ["identity"]),
        Scheme.Role(id: "housing-worker", title: "Housing worker", categories: ["identity"]),
        Scheme.Role(
            id: "administrator", title: "Administrator",
            categories: ["identity", "tests", "health", "court", "required-assessment"], mayAdminister: true),
    ]

    static func agreement(_ permissions: [SharingAgreement.Permission]) -> SharingAgreement {
        SharingAgreement(
            id: "protocol", title: "Information sharing protocol",
            parties: ["police", "probation", "treatment", "housing"], permissions: permissions)
    }

    static func permission(
        roles: [String] = [], agencies: [String] = [], _ categories: [String], owners: [String] = [],
        types: [String] = [], purposes: [String] = [], _ conditions: [SharingAgreement.Condition]
    ) -> SharingAgreement.Permission {
        SharingAgreement.Permission(
            id: "permission", roles: roles, agencies: agencies, categories: categories, owners: owners, types: types,
            purposes: purposes, conditions: conditions, gateway: "Crime and Disorder Act 1998 s.115",
            because: "You work with this person")
    }

    static func viewer(
        _ role: String, of agency: String, worker: String = "W-1", purpose: String = "care"
    ) -> Viewer {
        Viewer(worker: worker, name: "Sam Sample", agency: agency, role: role, purpose: purpose, session: "S-1")
    }

    static func rule(
        for viewer: Viewer, _ permissions: [SharingAgreement.Permission] = [], today: Day = today
    ) -> AccessRule {
        AccessPolicy(roles: roles, agreements: [agreement(permissions)], categories: categories)
            .rule(for: viewer, today: today)
    }

    static func row(_ category: String, of owner: String, type: String = "note") -> RowFacts {
        RowFacts(category: category, owner: owner, type: type)
    }

    static func consent(
        to recipient: String, _ category: String, purpose: String = "care", isWritten: Bool = false, until: Day? = nil
    ) -> SubjectFacts.Consent {
        SubjectFacts.Consent(
            recipient: recipient, category: category, purpose: purpose, isWritten: isWritten,
            from: London.startOfDay(today), until: until)
    }
}
