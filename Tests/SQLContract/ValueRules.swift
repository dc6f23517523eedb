import SQLAccess

extension SQLContract {
    /// What is bound is what is read back.
    static let values: [Rule] = [
        Rule(name: "Every kind of value is read back as it was bound") { database in
            try await database.write { try $0.run(anything(on: database.dialect)) }
            for (column, values) in samples {
                for value in values {
                    let back = try await database.write { connection in
                        try connection.run("DELETE FROM anything")
                        try connection.run("INSERT INTO anything (" + column + ") VALUES (\(value))")
                        return try connection.first("SELECT " + column + " FROM anything") { try read($0, like: value) }
                    }
                    try expect(back, value, "the value read back")
                }
            }
        },
        Rule(name: "NULL is NULL in every kind of column, and is not read as a value") { database in
            try await database.write { try $0.run(anything(on: database.dialect)) }
            try await database.write { connection in
                try connection.run("INSERT INTO anything (n) VALUES (\(SQLValue.null))")
                let row = try connection.first("SELECT n, x, t, b FROM anything") { row in
                    try expect((0..<4).allSatisfy(row.isNull), true, "isNull")
                    try expect(try row.integerOrNull(0), nil)
                    try expect(try row.intOrNull(0), nil)
                    try expect(try row.flagOrNull(0), nil)
                    try expect(try row.realOrNull(1), nil)
                    try expect(try row.textOrNull(2), nil)
                    try expect(try row.bytesOrNull(3), nil)
                    try expectUnreadable(0) { _ = try row.integer(0) }
                    try expectUnreadable(0) { _ = try row.flag(0) }
                    try expectUnreadable(1) { _ = try row.real(1) }
                    try expectUnreadable(2) { _ = try row.text(2) }
                    try expectUnreadable(2) { _ = try row.withUTF8(2) { $0.count } }
                    try expectUnreadable(3) { _ = try row.bytes(3) }
                    return true
                }
                try expect(row, true, "a row")
            }
        },
        Rule(name: "A column of another kind, or none at all, is not guessed at") { database in
            try await database.write { try $0.run(anything(on: database.dialect)) }
            try await database.write { connection in
                try connection.run("INSERT INTO anything (n, t) VALUES (\(2), \("12"))")
                try connection.each("SELECT n, t FROM anything") { row in
                    try expectUnreadable(0) { _ = try row.text(0) }
                    try expectUnreadable(0) { _ = try row.flag(0) }
                    try expectUnreadable(1) { _ = try row.integer(1) }
                    try expectUnreadable(1) { _ = try row.real(1) }
                    try expectUnreadable(2) { _ = try row.integerOrNull(2) }
                    try expectUnreadable(-1) { _ = try row.textOrNull(-1) }
                }
            }
        },
        Rule(name: "A text with U+0000 and a NaN are refused, and the transaction goes on") { database in
            try await database.write { try $0.run(anything(on: database.dialect)) }
            try await database.write { connection in
                try refuses(connection, "INSERT INTO anything (n, t) VALUES (\(1), \("a\u{0}b"))", parameter: 2)
                try refuses(connection, "INSERT INTO anything (x) VALUES (\(Double.nan))", parameter: 1)
                try connection.run("INSERT INTO anything (t) VALUES (\("kept"))")
            }
            let count = try await database.read { try $0.count("SELECT count(*) FROM anything") }
            try expect(count, 1, "rows")
        },
        Rule(name: "Texts are compared and ordered by their bytes") { database in
            try await database.write { try $0.run(anything(on: database.dialect)) }
            try await database.write { connection in
                for text in ["b", "a", "B", "é", "e\u{301}", "z", "\u{1F600}", "\u{FB01}"] {
                    try connection.run("INSERT INTO anything (t) VALUES (\(text))")
                }
                let order = try connection.all("SELECT t FROM anything ORDER BY t") { Array(try $0.text(0).utf8) }
                let sorted = order.sorted { $0.lexicographicallyPrecedes($1) }
                try expect(order, sorted, "the order")
                try expect(try connection.count("SELECT count(*) FROM anything WHERE t = \("é")"), 1, "é")
            }
        },
    ]

    private static let samples: [(SQLQuery, [SQLValue])] = [
        ("n", [.integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min)]),
        ("x", [.real(0.1), .real(-1.5e300), .real(.leastNonzeroMagnitude), .real(2), .real(.infinity)]),
        (
            "t",
            [
                .text(""), .text("O'Brien \"; DROP TABLE anything; --"), .text("é"), .text("e\u{301}"),
                .text("\u{FEFF}x"),
                .text("👩‍👩‍👧‍👦 \u{10FFFF}"), .text(String(repeating: "long ", count: 20_000)), .text("\u{1}\n\t\\"),
            ]
        ),
        ("b", [.blob([]), .blob([0]), .blob(Array(0...255)), .blob(Array(repeating: 7, count: 100_000))]),
    ]

    private static func anything(on dialect: SQLDialect) -> SQLQuery {
        let blob: SQLQuery = dialect == .sqlite ? "BLOB" : "BYTEA"
        return "CREATE TABLE anything (n BIGINT, x DOUBLE PRECISION, t TEXT, b " + blob + ")"
    }

    private static func read(_ row: any SQLRow, like value: SQLValue) throws -> SQLValue {
        switch value {
        case .null: .null
        case .integer: .integer(try row.integer(0))
        case .real: .real(try row.real(0))
        case .text: .text(try row.text(0))
        case .blob: .blob(try row.bytes(0))
        }
    }

    private static func expectUnreadable(_ column: Int, _ body: () throws -> Void) throws {
        do { try body() } catch SQLFault.unreadable(column) { return }
        throw ContractBroken("column \(column) was read, and should not have been")
    }

    private static func refuses(_ connection: any SQLConnection, _ query: SQLQuery, parameter: Int) throws {
        do { try connection.run(query) } catch SQLFault.unstorable(parameter) { return }
        throw ContractBroken("a value that cannot be stored was taken")
    }
}
