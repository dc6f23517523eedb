import SQLAccess

extension SQLContract {
    /// How statements run and rows are given.
    static let queries: [Rule] = [
        Rule(name: "A run says how many rows it changed") { database in
            try await database.write { connection in
                try expect(try connection.run("CREATE TABLE place (id BIGINT PRIMARY KEY, beds BIGINT)"), 0, "create")
                try expect(try connection.run("INSERT INTO place VALUES (1, 1), (2, 1), (3, 5)"), 3, "insert")
                try expect(try connection.run("CREATE INDEX place_beds ON place (beds)"), 0, "index")
                try expect(try connection.run("UPDATE place SET beds = 2 WHERE beds = \(1)"), 2, "update")
                try expect(try connection.run("DELETE FROM place WHERE beds = \(9)"), 0, "delete nothing")
                try expect(try connection.run("SELECT id FROM place"), 0, "select")
                let again: SQLQuery = "INSERT INTO place VALUES (3, 9) ON CONFLICT (id) DO NOTHING"
                try expect(try connection.run(again), 0, "conflict")
                try expect(try connection.run("DELETE FROM place"), 3, "delete all")
            }
        },
        Rule(name: "RETURNING gives the rows it wrote") { database in
            try await database.write { connection in
                try connection.run("CREATE TABLE place (id BIGINT PRIMARY KEY, beds BIGINT)")
                let ids = try connection.all("INSERT INTO place VALUES (1, 1), (2, 1) RETURNING id") { try $0.int(0) }
                try expect(ids.sorted(), [1, 2], "the ids")
                let beds = try connection.first("UPDATE place SET beds = 4 WHERE id = 2 RETURNING beds") {
                    try $0.int(0)
                }
                try expect(beds, 4, "the beds")
                try expect(try connection.count("SELECT sum(beds) FROM place"), 5, "both are kept")
            }
        },
        Rule(name: "Rows come in order, the first alone when one is asked for, and none is no error") { database in
            try await database.read { connection in
                let rows: SQLQuery = "SELECT 3 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 ORDER BY n"
                try expect(try connection.all(rows) { try $0.int(0) }, [1, 2, 3], "all")
                try expect(try connection.first(rows) { try $0.int(0) }, 1, "first")
                try expect(try connection.first("SELECT 1 WHERE 1 = \(2)") { try $0.int(0) }, nil, "first of none")
                try expect(try connection.exists(rows), true, "exists")
                try expect(try connection.exists("SELECT 1 WHERE 1 = \(2)"), false, "exists of none")
            }
        },
        Rule(name: "Queries nest, the same one inside itself too") { database in
            let pairs = try await database.read { connection in
                let two: SQLQuery = "SELECT 1 AS n UNION ALL SELECT 2 ORDER BY n"
                return try connection.all(two) { outer in
                    try connection.all(two) { inner in try outer.int(0) * 10 + (try inner.int(0)) }
                }
            }
            try expect(pairs, [[11, 12], [21, 22]], "the pairs")
        },
        Rule(name: "Lists are found by IN, and an empty list finds nothing") { database in
            try await database.write { connection in
                try connection.run("CREATE TABLE place (id BIGINT PRIMARY KEY, name TEXT NOT NULL)")
                try connection.run("INSERT INTO place VALUES (1, 'a'), (2, 'b'), (3, 'c')")
                func count(_ condition: SQLQuery) throws -> Int {
                    try connection.count("SELECT count(*) FROM place WHERE \(condition)")
                }
                try expect(try count("id IN \(list: [1, 3, 9])"), 2, "numbers")
                try expect(try count("name IN \(list: ["b"])"), 1, "texts")
                try expect(try count("id IN \(list: [Int64]())"), 0, "no numbers")
                try expect(try count("name IN \(list: [String]())"), 0, "no texts")
                try expect(try count("id NOT IN \(list: [Int64]())"), 0, "not in an empty list fails closed")
            }
        },
        Rule(name: "An error thrown over a row ends the query and is thrown on") { database in
            struct Enough: Error {}
            try await database.read { connection in
                do {
                    try connection.each("SELECT 1 UNION ALL SELECT 2") { _ in throw Enough() }
                    throw ContractBroken("the error was lost")
                } catch is Enough {}
                try expect(try connection.count("SELECT 7"), 7, "the connection afterwards")
            }
        },
        Rule(name: "Many rows are loaded as given, and one that is refused takes all with it") { database in
            try await database.write {
                try $0.run("CREATE TABLE place (id BIGINT NOT NULL PRIMARY KEY, name TEXT, beds BIGINT)")
            }
            let rows: [[SQLValue]] = (0..<2_345).map { number in
                let name: SQLValue = number % 7 == 0 ? .null : .text("é \(number)\t\\")
                return [.integer(Int64(number)), name, .integer(Int64(-number))]
            }
            try await database.write { try $0.load("place", columns: ["id", "name", "beds"], rows: rows) }
            let back = try await database.read { connection in
                try connection.all("SELECT id, name, beds FROM place ORDER BY id") { row in
                    try (0..<3).map { try row.value($0) }
                }
            }
            try expect(back, rows, "the rows")
            try await expect(.constraint(kind: .unique, name: "place_pkey")) {
                try await database.write {
                    try $0.load("place", columns: ["id"], rows: [[.integer(9_999)], [.integer(1)]])
                }
            }
            let count = try await database.read { try $0.count("SELECT count(*) FROM place") }
            try expect(count, 2_345, "rows")
        },
        Rule(name: "Transaction words are refused") { database in
            for word: SQLQuery in ["COMMIT", "rollback", "  BEGIN", "SAVEPOINT a", "END;"] {
                do {
                    try await database.write { try $0.run(word) }
                } catch SQLFault.other {
                    continue
                }
                throw ContractBroken("\(word) was run")
            }
        },
    ]
}
