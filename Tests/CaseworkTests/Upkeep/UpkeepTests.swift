@testable import Casework
import Domain
import SQLAccess
import SQLiteAccess
import Store
import Testing

struct UpkeepTests {
    @Test("What is kept for a time only goes when its time is over, and not before")
    func forgets() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.person("Example", "Sam")
        let now = partnership.clock.now
        try await partnership.world.database.write { connection in
            for (number, hours) in [1, 24].enumerated() {
                let draft = Draft(
                    id: "draft-\(number)", subject: subject, type: "core/note-\(number)", fields: [:], savedAt: now,
                    expiresAt: now.adding(hours: hours))
                try DraftRows.save(draft, worker: "drugs", agency: "cjit", on: connection)
            }
            try WriteKeys.keep("old", worker: "drugs", bodyDigest: "d", result: "r", at: now, on: connection)
            try SessionRows.save(budget: "old", state: "0", at: now, on: connection)
        }
        func left() async throws -> [Int] {
            try await partnership.base.read { connection in
                [
                    try connection.count("SELECT count(*) FROM drafts"),
                    try connection.count("SELECT count(*) FROM write_keys"),
                    try connection.count("SELECT count(*) FROM sign_in_budgets"),
                ]
            }
        }
        let forget = ForgetExpired(partnership.world)
        partnership.clock.advance(hours: 1)
        _ = try await forget()
        #expect(try await left() == [1, 1, 1])
        partnership.clock.advance(hours: 24 * ForgetExpired.sessionDays)
        _ = try await forget()
        #expect(try await left() == [0, 1, 0])
        partnership.clock.advance(hours: 24 * ForgetExpired.writeKeyDays)
        _ = try await forget()
        #expect(try await left() == [0, 0, 0])
    }

    @Test("An agency is kept with an entry, and one that cannot stand in the ledger is refused")
    func agencies() async throws {
        let partnership = try await SmallPartnership()
        let agency = Agency(id: "new-agency", title: "New agency", kind: "housing", phone: "")
        let before = try await partnership.base.read { try RulesEdition(on: $0) }
        try await AddAgency(partnership.world)(agency, by: Viewer.system("command"))
        try await AddAgency(partnership.world)(agency, by: Viewer.system("command"))
        #expect(
            try await partnership.base.read { try AgencyRows.agencies(on: $0) }.filter { $0.id == agency.id }.count == 1
        )
        #expect(try await partnership.base.read { try RulesEdition(on: $0) } != before)
        #expect(try await partnership.entries().filter { $0.outcome == "agency-kept" }.count == 2)
        for id in ["", "New", "a b", String(repeating: "a", count: 41)] {
            await #expect(throws: AddAgencyRefusal.notAWord(id)) {
                try await AddAgency(partnership.world)(
                    Agency(id: id, title: "T", kind: "k", phone: ""), by: Viewer.system("command"))
            }
        }
    }
}
