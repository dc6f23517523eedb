import Domain
import SQLAccess
import Store

/// Random subjects and rows, held twice: as facts in memory and in a database.
struct AccessWorld {
    static let today = Day(number: 16_000)

    let subjects: [(id: String, facts: SubjectFacts)]
    let rows: [Row]
    let database: any SQLDatabase

    /// A row of a table that may hold NULL in any column, as an outer join would give.
    struct Row {
        let id: Int
        let subject: Int
        let category: String?
        let owner: String?
        let type: String?

        var facts: RowFacts {
            RowFacts(
                category: category ?? HostileWords.absent, owner: owner ?? HostileWords.absent,
                type: type ?? HostileWords.absent)
        }
    }

    static let columns = AccessColumns(subject: "n.subject", category: "n.category", owner: "n.owner", type: "n.type")

    /// Runs `body` with a world in a fresh database, whose file is removed after it.
    static func withNew<T>(
        subjects count: Int, rows rowCount: Int, _ random: inout AccessSeed, _ body: (AccessWorld) async throws -> T
    ) async throws -> T {
        let subjects = (0..<count).map { number in
            (id: number < HostileWords.all.count ? HostileWords.all[number] : "S\(number)", facts: facts(&random))
        }
        let rows = (0..<rowCount).map { id in
            Row(
                id: id, subject: Int.random(in: 0..<count, using: &random), category: wordOrNull(&random),
                owner: wordOrNull(&random), type: wordOrNull(&random))
        }
        var noise = random
        _ = random.next()
        return try await AccessDatabase.withNew { database in
            try await AccessDatabase.fill(database, subjects: subjects, rows: rows, noise: &noise)
            return try await body(AccessWorld(subjects: subjects, rows: rows, database: database))
        }
    }

    /// The ids of the rows that the filter is true of, in order.
    func rows(where filter: SQLQuery) async throws -> [Int] {
        try await database.read { connection in
            try connection.all("SELECT n.id FROM probe n WHERE \(filter) ORDER BY n.id") { try $0.int(0) }
        }
    }

    /// The ids of the rows of which `holds` is true, in order.
    func rows(_ holds: (RowFacts, SubjectFacts) -> Bool) -> [Int] {
        rows.filter { holds($0.facts, subjects[$0.subject].facts) }.map(\.id)
    }

    private static func wordOrNull(_ random: inout AccessSeed) -> String? {
        random.chance(10) ? nil : HostileWords.word(&random)
    }

    private static func facts(_ random: inout AccessSeed) -> SubjectFacts {
        var facts = SubjectFacts(
            enrolments: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                SubjectFacts.Enrolment(
                    programme: HostileWords.word(&random), agency: HostileWords.word(&random),
                    lead: wordOrNull(&random))
            },
            openReferrals: HostileWords.set(3, &random),
            consents: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                SubjectFacts.Consent(
                    recipient: HostileWords.frequentWord(&random), category: HostileWords.word(&random),
                    purpose: HostileWords.frequentWord(&random), isWritten: random.chance(50), from: start(&random),
                    until: random.chance(40) ? nil : today.adding(days: Int.random(in: -2...2, using: &random)))
            },
            barredWorkers: HostileWords.set(2, &random),
            admittedWorkers: random.chance(20) ? HostileWords.set(3, &random).nonEmpty : nil,
            toldAgencies: HostileWords.set(3, &random), isSealed: random.chance(10))
        if random.chance(20) { facts.openedFor = HostileWords.set(2, &random) }
        return facts
    }

    /// Near the ends of today, to the millisecond.
    private static func start(_ random: inout AccessSeed) -> Instant {
        London.endOfDay(today.adding(days: random.chance(70) ? -1 : 0))
            .adding(milliseconds: Int64.random(in: -1...1, using: &random))
    }
}

extension Set {
    /// Nobody admitted is no restriction: the tables do not tell the one from the other.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
