import SQLAccess

extension SQLContract {
    /// Closing.
    static let lifetime: [Rule] = [
        Rule(name: "What had arrived is finished before closing, and everything after it is refused") { database in
            try await database.write { try $0.run("CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY)") }
            await database.close()
            await database.close()
            try await expect(.closed) { try await database.write { try $0.run("INSERT INTO tally VALUES (1)") } }
            try await expect(.closed) { _ = try await database.read { try $0.count("SELECT 1") } }
            try await expect(.closed) { _ = try await database.columns() }
        },
        Rule(name: "Closing amid reads and writes answers every one of them") { database in
            try await database.write { try $0.run("CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        do {
                            try await database.write { try $0.run("INSERT INTO tally VALUES (\(number))") }
                        } catch SQLFault.closed {}
                    }
                    group.addTask {
                        do {
                            _ = try await database.read { try $0.count("SELECT count(*) FROM tally") }
                        } catch SQLFault.closed {}
                    }
                    if number == 50 { group.addTask { await database.close() } }
                }
                try await group.waitForAll()
            }
        },
    ]
}
