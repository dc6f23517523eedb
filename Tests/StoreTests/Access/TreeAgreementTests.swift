import Domain
import SQLAccess
import Testing

@testable import Store

@Suite("A condition reads the same in Swift and in SQLite")
struct TreeAgreementTests {
    @Test("300,000 decisions of random trees agree, and both kinds of careless reading are caught")
    func randomTreesAgree() async throws {
        var random = AccessSeed(stream: 1)
        let trees = (0..<1_000 * AccessSize.factor).map { _ in RandomTree.tree(depth: 4, &random) }
        try await AccessWorld.withNew(subjects: 60, rows: 300, &random) { world in
            var differences = Differences()
            for tree in trees {
                let swift = world.rows { row, subject in tree.holds { $0.holds(row, of: subject) } }
                let sql = try await world.rows(where: AccessSQL(tree: tree).filter(AccessWorld.columns))
                let simplified = try await world.rows(
                    where: AccessSQL(tree: tree.simplified).filter(AccessWorld.columns))
                let withNull = try await world.rows(where: UnsafeReadings.filterWithNull(tree))
                let canonical = world.rows { row, subject in
                    tree.holds { UnsafeReadings.holdsCanonically($0, row, of: subject) }
                }
                differences.shown += swift.count
                differences.sql += Set(swift).symmetricDifference(sql).count
                differences.simplified += Set(swift).symmetricDifference(simplified).count
                differences.withNull += Set(swift).symmetricDifference(withNull).count
                differences.canonical += Set(canonical).symmetricDifference(sql).count
                if swift != sql { Issue.record("seed \(AccessSeed.ofThisRun): disagree about \(tree)") }
            }
            AccessSize.report(
                """
                trees: decisions=\(trees.count * world.rows.count) disagreements=\(differences.sql + differences.simplified) \
                careless-null=\(differences.withNull) careless-spelling=\(differences.canonical)
                """)
            let seed: Comment = "seed \(AccessSeed.ofThisRun)"
            #expect(differences.sql == 0, seed)
            #expect(differences.simplified == 0, seed)
            #expect(
                differences.shown > 25_000 * AccessSize.factor && differences.shown < 275_000 * AccessSize.factor, seed)
            #expect(differences.withNull > 0, "the control must be caught, \(seed)")
            #expect(differences.canonical > 0, "the control must be caught, \(seed)")
        }
    }

    private struct Differences {
        var shown = 0
        var sql = 0
        var simplified = 0
        var withNull = 0
        var canonical = 0
    }

    @Test("An id that holds U+0000 is refused by the database and never read as another")
    func nulIsRefused() async throws {
        var random = AccessSeed(stream: 2)
        try await AccessWorld.withNew(subjects: 12, rows: 10, &random) { world in
            let tree = AccessTree<AccessTest>.test(.row(.ownerIn(["police\u{0}", "police"])))
            await #expect(throws: SQLFault.unstorable(parameter: 2)) {
                try await world.rows(where: AccessSQL(tree: tree).filter(AccessWorld.columns))
            }
        }
    }

    @Test(
        "An empty set is true of nothing, and its opposite of everything, also of rows with NULL",
        arguments: [
            AccessTest.row(.categoryIn([])), .row(.ownerIn([])), .row(.typeIn([])), .subject(.enrolled(in: [])),
            .subject(.enrolledWith(agency: "police", in: [])),
        ])
    func emptySets(_ test: AccessTest) async throws {
        var random = AccessSeed(stream: 3)
        try await AccessWorld.withNew(subjects: 12, rows: 40, &random) { world in
            let held = try await world.rows(where: AccessSQL(tree: .test(test)).filter(AccessWorld.columns))
            let others = try await world.rows(where: AccessSQL(tree: .not(.test(test))).filter(AccessWorld.columns))
            #expect(held.isEmpty)
            #expect(others.count == 40)
        }
    }
}
