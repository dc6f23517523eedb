import Domain
import SQLAccess
import TestDatabases
import Testing

@testable import Store

@Suite(
    "The filter is quick: each test finds its rows by an index that begins with the subject, or both",
    .enabled(if: TestDatabase.engine == .sqlite, "asks SQLite for its plans"))
struct AccessPlanTests {
    @Test(
        "A test uses its index",
        arguments: [
            (
                AccessTest.subject(.enrolled(in: ["p", "q"])),
                "COVERING INDEX enrolments_facts (subject=? AND programme=?)"
            ),
            (
                .subject(.enrolledWith(agency: "a", in: ["p"])),
                "COVERING INDEX enrolments_facts (subject=? AND programme=?)"
            ),
            (.subject(.ledBy("w")), "COVERING INDEX enrolments_facts (subject=?)"),
            (.subject(.openReferral(to: "a")), "referrals_open (to_agency=? AND subject=?)"),
            (.subject(.openedFor("a")), "glass_breaks_by_subject (subject=? AND worker=? AND ended_at=?)"),
            (.subject(.told("a")), "PRIMARY KEY (subject=? AND kind=? AND name=?)"),
            (.subject(.barred("w")), "PRIMARY KEY (subject=? AND worker=?)"),
            (.subject(.sealed), "PRIMARY KEY (id=?)"),
            (
                .consent(
                    ConsentTest(recipient: "a", purpose: "p", mustBeWritten: true, day: AccessWorld.today)),
                "consents_in_force (subject=? AND recipient=? AND category=?)"
            ),
        ])
    func usesIndex(_ test: AccessTest, _ index: String) async throws {
        let columns = AccessColumns(subject: "n.subject", category: "n.category", owner: "n.agency", type: "n.type")
        let query: SQLQuery =
            "EXPLAIN QUERY PLAN SELECT n.given FROM person_names n WHERE \(AccessSQL(tree: .test(test)).filter(columns))"
        let plan = try await AccessDatabase.withNew { database in
            try await database.read { connection in try connection.all(query) { try $0.text(3) } }
        }
        #expect(plan.contains { $0.hasSuffix(index) }, "\(plan)")
    }

    @Test("Reading facts looks nothing up without an index")
    func factsUseIndexes() async throws {
        let query: SQLQuery = "EXPLAIN QUERY PLAN \(SubjectFactsReading.query(["a", "b"]))"
        let plan = try await AccessDatabase.withNew { database in
            try await database.read { connection in try connection.all(query) { try $0.text(3) } }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
}
