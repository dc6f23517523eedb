import Domain

/// Random published rules and a random viewer of them, all in hostile words.
struct RandomPolicy {
    let roles: [Scheme.Role]
    let categories: [Scheme.Category]
    let agreements: [SharingAgreement]
    let viewer: Viewer

    var rule: AccessRule {
        AccessPolicy(roles: roles, agreements: agreements, categories: categories)
            .rule(for: viewer, today: AccessWorld.today)
    }

    init(_ random: inout AccessSeed) {
        roles = HostileWords.all.filter { _ in random.chance(80) }.map { id in
            Scheme.Role(
                id: id, title: "Role", categories: HostileWords.words(6, &random), mayAdminister: random.chance(5))
        }
        categories = HostileWords.all.filter { _ in random.chance(90) }.map { id in
            Scheme.Category(id: id, title: "Category", isStatutory: random.chance(25))
        }
        agreements = (0..<Int.random(in: 0...3, using: &random)).map { _ in RandomPolicy.agreement(&random) }
        viewer =
            random.chance(3)
            ? .system("runner")
            : Viewer(
                worker: HostileWords.word(&random), name: "W",
                agency: random.chance(10) ? HostileWords.word(&random) : HostileWords.frequentWord(&random),
                role: HostileWords.word(&random), purpose: HostileWords.frequentWord(&random), session: "s",
                hasBrokenGlass: random.chance(20))
    }

    private static func agreement(_ random: inout AccessSeed) -> SharingAgreement {
        let today = AccessWorld.today
        return SharingAgreement(
            id: "agreement", title: "An agreement", parties: HostileWords.words(20, &random),
            purposes: fewWords(&random),
            from: random.chance(50) ? nil : today.adding(days: Int.random(in: -3...1, using: &random)),
            until: random.chance(50) ? nil : today.adding(days: Int.random(in: -1...3, using: &random)),
            permissions: (0..<Int.random(in: 2...8, using: &random)).map { _ in permission(&random) })
    }

    private static func permission(_ random: inout AccessSeed) -> SharingAgreement.Permission {
        SharingAgreement.Permission(
            id: "p", roles: fewWords(&random), agencies: fewWords(&random), categories: HostileWords.words(12, &random),
            owners: fewWords(&random), types: fewWords(&random), purposes: fewWords(&random),
            conditions: (0..<Int.random(in: 0...2, using: &random)).map { _ in condition(&random) }, gateway: "Power",
            because: "An agreement says so")
    }

    /// Often none, which leaves it open.
    private static func fewWords(_ random: inout AccessSeed) -> [String] {
        random.chance(60) ? [] : HostileWords.words(10, &random)
    }

    private static func condition(_ random: inout AccessSeed) -> SharingAgreement.Condition {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: .enrolled(HostileWords.words(8, &random))
        case 1: .enrolledHere(HostileWords.words(8, &random))
        case 2: .openReferral
        case 3: .consent
        case 4: .writtenConsent
        case 5: .told
        default: .leads
        }
    }
}
