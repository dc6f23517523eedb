import Domain
import Testing

@Suite("Comma-separated files")
struct CommaSeparatedTests {
    private func fields(_ text: String) throws -> [[String]] { try CommaSeparated(text).lines.map(\.fields) }

    @Test("plain lines, with either line end and with none at the end")
    func plain() throws {
        #expect(try fields("a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
        #expect(try fields("a,b\n1,2") == [["a", "b"], ["1", "2"]])
        #expect(try fields("a,b\r1,") == [["a", "b"], ["1", ""]])
    }

    @Test("quoted fields hold commas, quotation marks and line ends")
    func quoted() throws {
        #expect(try fields("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\n") == [["a,b", "say \"no\"", "two\r\nlines"]])
        #expect(try fields("\"\",x") == [["", "x"]])
        #expect(try fields("\"a\" ,b") == [["a", "b"]])
    }

    @Test("the byte order mark of a spreadsheet is no part of the first heading")
    func mark() throws {
        #expect(try fields("\u{FEFF}No,Name") == [["No", "Name"]])
    }

    @Test("empty lines are passed over and lines are numbered as the file has them")
    func numbers() throws {
        let lines = try CommaSeparated("a\n\n,,\n\"x\ny\"\nz\n").lines
        #expect(lines.map(\.number) == [1, 4, 6])
    }

    @Test("a file that cannot be read says where")
    func problems() {
        #expect(throws: CommaSeparated.Problem.quoteOpen(line: 2)) { try CommaSeparated("a\n\"b\nc\n") }
        #expect(throws: CommaSeparated.Problem.textAfterQuote(line: 1)) { try CommaSeparated("\"a\"b,c") }
    }
}
