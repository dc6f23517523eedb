import Domain
import Testing

/// The suggested access matrix (H-041 to H-055), said in permissions: full while the person is a case of the role's,
/// some only with consent, limited to named record types, or nothing.
@Suite("The access matrix can be said in permissions and holds in every cell")
struct AccessMatrix {
    private static let categories = [
        "identity", "tests", "plan", "prescribing", "court", "intelligence", "family", "sex-work",
    ]

    /// One letter for each category: F full, S with consent, L limited, - none.
    private static let rows = [
        ("H-041", "FF--LS-S"), ("H-042", "FFFLFLF-"), ("H-043", "FLFFFLS-"), ("H-044", "FSFFL-S-"),
        ("H-045", "FLL-FS--"), ("H-046", "FLF-L---"), ("H-047", "LLL-F---"), ("H-048", "LL--L---"),
        ("H-049", "FLFFL-S-"), ("H-050", "FFS-FF-S"), ("H-051", "FSS-LF-F"), ("H-052", "FFFSFL-F"),
        ("H-053", "L-F--L--"), ("H-054", "F-S-L-F-"), ("H-055", "L-L-----"),
    ]

    private static let policy = AccessPolicy(
        roles: rows.map { Scheme.Role(id: $0.0, title: $0.0, categories: []) },
        agreements: [
            SharingAgreement(
                id: "matrix", title: "Access matrix", parties: ["reader", "keeper"],
                permissions: rows.flatMap { row in
                    zip(row.1, categories).compactMap { permission($0, of: $1, to: row.0) }
                })
        ],
        categories: categories.map { Scheme.Category(id: $0, title: $0) })

    private static func permission(
        _ level: Character, of category: String, to role: String
    ) -> SharingAgreement.Permission? {
        if level == "-" { return nil }
        return SharingAgreement.Permission(
            id: role + category, roles: [role], categories: [category], types: level == "L" ? ["summary"] : [],
            conditions: [.enrolledHere(["case"])] + (level == "S" ? [.consent] : []), gateway: "Power",
            because: "It is your case")
    }

    @Test("Every role sees what its cell says, with and without consent, of its own cases", arguments: rows)
    func cells(_ role: String, _ levels: String) {
        let viewer = Viewer(worker: "W", name: "W", agency: "reader", role: role, purpose: "care", session: "S")
        let rule = Self.policy.rule(for: viewer, today: AccessCast.today)
        for (level, category) in zip(levels, Self.categories) {
            for type in ["summary", "note"] {
                for (isCase, agrees) in [(true, true), (true, false), (false, true), (false, false)] {
                    let subject = SubjectFacts(
                        enrolments: isCase ? [.init(programme: "case", agency: "reader")] : [],
                        consents: agrees ? [AccessCast.consent(to: "reader", category)] : [])
                    let expected =
                        switch level {
                        case "F": isCase
                        case "S": isCase && agrees
                        case "L": isCase && type == "summary"
                        default: false
                        }
                    #expect(
                        rule.allows(AccessCast.row(category, of: "keeper", type: type), of: subject) == expected,
                        "\(role) \(category) \(type), case: \(isCase), consent: \(agrees)")
                }
            }
        }
    }
}
