import Domain
import Ledger
import SQLAccess
import Store

@testable import Casework

extension CaseHouse {
    /// Registers somebody who was just brought in. Pat does it unless another is named.
    @discardableResult
    func arrive(
        _ given: String = "Robin", _ family: String = "Example", born: Day? = Day(year: 1985, month: 3, day: 1),
        cell: String = "4", by viewer: Viewer? = nil, occurred: Moment? = nil
    ) async throws -> String {
        var details: [String: Answer] = ["family": .text(family), "given": .text(given)]
        details["born"] = born.map(Answer.day)
        return try await RegisterPerson(world)(
            type: "t/details", answers: details,
            also: [
                (type: "t/arrival", answers: ["cell": .text(cell), "offence": .text("Theft")], occurred: occurred)
            ], by: viewer ?? pat)
    }

    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer], of person: String, occurred: Moment? = nil,
        act: Event.Act = .record, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer? = nil
    ) async throws -> RecordReceipt {
        try await RecordEvent(world)(
            RecordRequest(subject: person, type: type, answers: answers, occurred: occurred, act: act, key: key),
            by: viewer ?? pat)
    }

    /// Everything that the tables hold, as text: two equal dumps mean that nothing was left behind.
    func dump() async throws -> [String: [String]] {
        let widths = Dictionary(try await base.columns().map { ($0.table, 1) }, uniquingKeysWith: +)
        return try await base.read { connection in
            try Self.selections.mapValues { query in
                try connection.all(query.1) { row in
                    (0..<(widths[query.0] ?? 0)).map { Self.text(row, $0) }.joined(separator: "|")
                }
            }
        }
    }

    private static func text(_ row: any SQLRow, _ column: Int) -> String {
        if row.isNull(column) { return "NULL" }
        if let number = try? row.integer(column) { return String(number) }
        if let text = try? row.text(column) { return text }
        return String(describing: try? row.bytes(column))
    }

    /// The record's tables, each read whole.
    private static let selections: [String: (String, SQLQuery)] = [
        "subjects": ("subjects", "SELECT * FROM subjects ORDER BY 1"),
        "events": ("events", "SELECT * FROM events ORDER BY 1"),
        "event_sections": ("event_sections", "SELECT * FROM event_sections ORDER BY 1, 2"),
        "event_people": ("event_people", "SELECT * FROM event_people ORDER BY 1, 2, 3"),
        "standings": ("standings", "SELECT * FROM standings ORDER BY 1"),
        "enrolments": ("enrolments", "SELECT * FROM enrolments ORDER BY 1, 2"),
        "enrolment_values": ("enrolment_values", "SELECT * FROM enrolment_values ORDER BY 1, 2, 3"),
        "enrolment_flags": ("enrolment_flags", "SELECT * FROM enrolment_flags ORDER BY 1, 2, 3"),
        "deadlines": ("deadlines", "SELECT * FROM deadlines ORDER BY 1, 2, 3, 4"),
        "person_names": ("person_names", "SELECT * FROM person_names ORDER BY 1, 2"),
        "person_births": ("person_births", "SELECT * FROM person_births ORDER BY 1"),
        "person_identifiers": ("person_identifiers", "SELECT * FROM person_identifiers ORDER BY 1, 2, 3"),
        "appointments": ("appointments", "SELECT * FROM appointments ORDER BY 1"),
        "record_parts": ("record_parts", "SELECT * FROM record_parts ORDER BY 1, 2, 3, 4"),
        "drafts": ("drafts", "SELECT * FROM drafts ORDER BY 1"),
        "write_keys": ("write_keys", "SELECT * FROM write_keys ORDER BY 1, 2"),
        "ledger_entries": ("ledger_entries", "SELECT * FROM ledger_entries ORDER BY 1"),
        "ledger_contents": ("ledger_contents", "SELECT * FROM ledger_contents ORDER BY 1"),
        "ledger_subjects": ("ledger_subjects", "SELECT * FROM ledger_subjects ORDER BY 1, 2"),
        "ledger_unindexed": ("ledger_unindexed", "SELECT * FROM ledger_unindexed ORDER BY 1"),
    ]

    /// The kinds of the ledger's entries from a position on, in order.
    func entries(from position: Int64 = 0) async throws -> [(kind: LedgerKind, outcome: String, actor: String)] {
        try await world.database.read { connection in
            var found: [(kind: LedgerKind, outcome: String, actor: String)] = []
            try LedgerRowReading.eachEntry(from: position, limit: 1_000, on: connection) { row in
                guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { return }
                found.append((entry.kind, entry.outcome, entry.actor))
            }
            return found
        }
    }

    /// What lies beside the ledger's entries from a position on, in order.
    func contents(from position: Int64) async throws -> [String] {
        try await world.database.read { connection in
            var found: [String] = []
            try LedgerRowReading.eachEntry(from: position, limit: 1_000, on: connection) { row in
                found.append(row.content ?? "")
            }
            return found
        }
    }

    func size() async throws -> Int64 {
        try await world.database.read { connection in try LedgerRowReading.size(on: connection) }
    }

    /// The position that the engine derives for a person now.
    func enrolments(of person: String, by viewer: Viewer? = nil) async throws -> [EnrolmentRow] {
        let rule = world.rules.current.policy.rule(for: viewer ?? pat, today: London.day(of: clock.now))
        return try await world.database.read { connection in
            let row = rule.given(try SubjectFactsReading.facts(of: person, on: connection))
            var found = try StandingRows.enrolments(of: person, rule: row, on: connection)
            try StandingRows.fill(&found, rule: rule, on: connection)
            return found
        }
    }

    func events(of person: String) async throws -> [Event] {
        try await world.database.read { connection in
            try LogReading.log(of: person, definitions: self.world.definitions, on: connection)?.events ?? []
        }
    }

    /// What the record holds of one event.
    func answers(of event: String, on person: String) async throws -> [String: Answer]? {
        try await events(of: person).first { $0.id == event }?.answers
    }
}
