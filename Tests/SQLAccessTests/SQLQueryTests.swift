import Testing

@testable import SQLAccess

struct SQLQueryTests {
    @Test func `what is interpolated is bound, in order`() {
        let nothing: String? = nil
        let query: SQLQuery = """
            SELECT \("x' OR 1=1") , \(1), \(Int64.max), \(true), \(false), \(2.5), \([1, 2] as [UInt8]), \(nothing)
            """
        #expect(query.text == "SELECT ? , ?, ?, ?, ?, ?, ?, ?")
        #expect(
            query.values == [
                .text("x' OR 1=1"), .integer(1), .integer(.max), .integer(1), .integer(0), .real(2.5), .blob([1, 2]),
                .null,
            ])
    }

    @Test func `what is missing is NULL, whatever its kind`() {
        let query: SQLQuery = """
            \(nil as Int?) \(nil as Int64?) \(nil as Bool?) \(nil as Double?) \(nil as [UInt8]?) \(SQLValue.null)
            """
        #expect(query.values == Array(repeating: .null, count: 6))
        let present: SQLQuery = """
            \(1 as Int?) \(2 as Int64?) \(true as Bool?) \(0.5 as Double?) \([3] as [UInt8]?) \("4" as String?)
            """
        #expect(present.values == [.integer(1), .integer(2), .integer(1), .real(0.5), .blob([3]), .text("4")])
    }

    @Test func `a query in a query brings its text and its values`() {
        let condition: SQLQuery = "state = \("open")"
        let query: SQLQuery = "SELECT id FROM slot WHERE owner = \(7) AND (\(condition)) LIMIT \(3)"
        #expect(query.text == "SELECT id FROM slot WHERE owner = ? AND (state = ?) LIMIT ?")
        #expect(query.values == [.integer(7), .text("open"), .integer(3)])
    }

    @Test func `queries are added and joined`() {
        let conditions: [SQLQuery] = ["a = \(1)", "b = \("2")", "c IS NULL"]
        let joined = conditions.joined(separator: " AND ")
        #expect(joined.text == "a = ? AND b = ? AND c IS NULL")
        #expect(joined.values == [.integer(1), .text("2")])
        #expect([SQLQuery]().joined(separator: ", ") == "")
        #expect(("SELECT \(1)" as SQLQuery) + " UNION SELECT \(2)" == "SELECT \(1) UNION SELECT \(2)")
    }

    @Test func `a list is bracketed, and an empty one matches nothing`() {
        let numbers: SQLQuery = "id IN \(list: [1, 2, 3] as [Int64])"
        #expect(numbers.text == "id IN (?, ?, ?)")
        #expect(numbers.values == [.integer(1), .integer(2), .integer(3)])
        let one: SQLQuery = "name IN \(list: ["a"])"
        #expect(one.text == "name IN (?)")
        let none: SQLQuery = "name IN \(list: [] as [String]) OR id IN \(list: [] as [Int64])"
        #expect(none.text == "name IN (NULL) OR id IN (NULL)")
        #expect(none.values.isEmpty)
    }

    @Test func `a name is spliced as the source spells it`() {
        let query: SQLQuery = "ORDER BY \(name: "slot.starts_at") DESC"
        #expect(query.text == "ORDER BY slot.starts_at DESC")
        #expect(query.values.isEmpty)
    }

    @Test func `what a log prints holds no value`() {
        let query: SQLQuery = "SELECT \("Synthetic Secret")"
        var dumped = ""
        dump(query, to: &dumped)
        for print in ["\(query)", String(reflecting: query), dumped] {
            #expect(print.contains("SELECT ?"))
            #expect(!print.contains("Secret"))
        }
    }

    @Test func `texts are one value only when their bytes are the same`() {
        #expect(SQLValue.text("é") != SQLValue.text("e\u{301}"))
        #expect(SQLValue.text("é") == SQLValue.text("\u{E9}"))
        #expect(SQLValue.integer(1) != SQLValue.real(1))
        #expect(SQLValue.null == SQLValue.null)
    }

    @Test func `a placeholder written by hand stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let query: SQLQuery = "SELECT ?"
            print(query)
        }
    }

    @Test func `a name that is no name stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let query: SQLQuery = "ORDER BY \(name: "id; DROP TABLE slot")"
            print(query)
        }
    }
}
