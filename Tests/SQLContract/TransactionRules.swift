import SQLAccess

extension SQLContract {
    /// What is kept together, and who sees what.
    static let transactions: [Rule] = [
        Rule(name: "A write that throws leaves nothing behind") { database in
            struct Stop: Error {}
            try await makeTally(database)
            do {
                try await database.write { connection -> Void in
                    try connection.run("INSERT INTO tally VALUES (1, 1)")
                    try connection.run("CREATE TABLE other_tally (id BIGINT)")
                    throw Stop()
                }
                throw ContractBroken("the error was lost")
            } catch is Stop {}
            try expect(try await tallies(database), 0, "rows")
            try expect(try await database.columns().contains { $0.table == "other_tally" }, false, "the table")
        },
        Rule(name: "A write whose failed statement was swallowed fails with that fault") { database in
            try await makeTally(database)
            let fault = SQLFault.constraint(kind: .unique, name: "tally_pkey")
            try await expect(fault) {
                try await database.write { connection in
                    try connection.run("INSERT INTO tally VALUES (1, 1)")
                    do { try connection.run("INSERT INTO tally VALUES (1, 2)") } catch {}
                    do { try connection.run("INSERT INTO tally VALUES (2, 2)") } catch {
                        try expect(error as? SQLFault, fault, "the second failure")
                    }
                }
            }
            try expect(try await tallies(database), 0, "rows")
        },
        Rule(name: "Of writes that arrive together, one that fails takes none of the others with it") { database in
            try await makeTally(database)
            let failed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        do {
                            try await database.write { connection in
                                try connection.run("INSERT INTO tally VALUES (\(number), 1)")
                                if number % 5 == 0 { try connection.run("INSERT INTO tally VALUES (\(number), 2)") }
                            }
                            return false
                        } catch SQLFault.constraint(kind: .unique, name: "tally_pkey") {
                            return true
                        }
                    }
                }
                return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            try expect(failed, 40, "failures")
            try expect(try await tallies(database), 160, "rows")
            let wrong = try await database.read { try $0.count("SELECT count(*) FROM tally WHERE id % 5 = 0") }
            try expect(wrong, 0, "rows of failed writes")
        },
        Rule(name: "Sixty-four writers lose nothing, and each write sees all before it") { database in
            try await makeTally(database)
            try await database.write { try $0.run("INSERT INTO tally VALUES (-1, 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<64 {
                    group.addTask {
                        for number in 0..<50 {
                            try await database.write { connection in
                                try connection.run("INSERT INTO tally VALUES (\(writer * 50 + number), 1)")
                                let sum = try connection.count("SELECT amount FROM tally WHERE id = -1")
                                try connection.run("UPDATE tally SET amount = \(sum + 1) WHERE id = -1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            try expect(try await tallies(database), 3_201, "rows")
            let sum = try await database.read { try $0.count("SELECT amount FROM tally WHERE id = -1") }
            try expect(sum, 3_200, "the running count")
        },
        Rule(name: "A read sees one snapshot, with every write that had returned") { database in
            try await makeTally(database)
            try await database.write { try $0.run("INSERT INTO tally VALUES (1, 0), (2, 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<100 {
                        try await database.write { try $0.run("UPDATE tally SET amount = amount + 1") }
                    }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<50 {
                            try await database.read { connection in
                                let one = try connection.count("SELECT amount FROM tally WHERE id = 1")
                                let two = try connection.count("SELECT amount FROM tally WHERE id = 2")
                                try expect(two, one, "the second amount")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let last = try await database.read { try $0.count("SELECT amount FROM tally WHERE id = 1") }
            try expect(last, 100, "the amount afterwards")
        },
        Rule(name: "A read cannot write") { database in
            try await makeTally(database)
            for change: SQLQuery in [
                "INSERT INTO tally VALUES (1, 1)", "DELETE FROM tally", "CREATE TABLE another (id BIGINT)",
                "INSERT INTO tally VALUES (1, 1) RETURNING id",
            ] {
                try await expect(.readOnly) { try await database.read { try $0.each(change) { _ in } } }
            }
            try expect(try await tallies(database), 0, "rows")
        },
        Rule(name: "More reads than there are readers all finish") { database in
            let total = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<300 { group.addTask { try await database.read { try $0.count("SELECT \(number)") } } }
                return try await group.reduce(0, +)
            }
            try expect(total, 299 * 300 / 2, "the sum")
        },
        Rule(name: "A task cancelled before its write leaves nothing") { database in
            try await makeTally(database)
            let writes = (0..<50).map { number in
                Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    do {
                        try await database.write { try $0.run("INSERT INTO tally VALUES (\(number), 1)") }
                        throw ContractBroken("a cancelled write was run")
                    } catch is CancellationError {}
                }
            }
            for write in writes { try await write.value }
            try expect(try await tallies(database), 0, "rows")
        },
    ]

    private static func makeTally(_ database: any SQLDatabase) async throws {
        try await database.write {
            try $0.run("CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL)")
        }
    }

    private static func tallies(_ database: any SQLDatabase) async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM tally") }
    }
}
