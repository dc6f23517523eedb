import SQLAccess
import Testing

@testable import Store

@Suite("A query must say plainly where its words are")
struct AccessColumnsTests {
    @Test("A column with its alias, a fixed text and a bound value are taken")
    func plainColumns() {
        let columns = AccessColumns(
            subject: "d.subject", category: "'required-assessment'", owner: "\("A")", type: "''")
        #expect(columns.subject.text == "d.subject")
        #expect(columns.owner.values == [.text("A")])
    }

    @Test("A bare column would be read as the inner table's, and is refused")
    func bareColumn() async {
        await #expect(processExitsWith: .failure) {
            _ = AccessColumns(subject: "subject", category: "n.category", owner: "n.owner", type: "n.type")
        }
    }

    @Test("The filter's own aliases are refused")
    func ownAlias() async {
        await #expect(processExitsWith: .failure) {
            _ = AccessColumns(
                subject: "n.subject", category: "access_consent.category", owner: "n.owner", type: "n.type")
        }
    }
}
