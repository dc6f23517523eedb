import Foundation
import SQLAccess

/// Writes transactions down for `sqlite_loop`, a line each:
///
///     P NAME            what follows belongs to this page
///     N                 the next time the page is asked for
///     S SQL             the next new statement, numbered from 0
///     R or W            a transaction begins, which reads or writes
///     X NUMBER ROWS VALUES
///                       a statement is run, until so many rows are read or with 0 to its end, with these values: n, i7,
///                       r0.5, t and b with hexadecimal digits
///     E                 the transaction ends
struct StatementFile {
    private(set) var text = ""
    private var numbers: [String: Int] = [:]

    mutating func begin(_ page: String) { text += "P \(page)\n" }

    mutating func add(_ transactions: [WatchedDatabase.Transaction]) {
        text += "N\n"
        for transaction in transactions {
            for statement in transaction.statements where numbers[statement.query.text] == nil {
                numbers[statement.query.text] = numbers.count
                text += "S " + statement.query.text.split(separator: "\n").joined(separator: " ") + "\n"
            }
            text += transaction.isWrite ? "W\n" : "R\n"
            for statement in transaction.statements {
                text += "X \(numbers[statement.query.text] ?? 0) \(statement.enough ?? 0)"
                for value in statement.query.values { text += " " + Self.word(value) }
                text += "\n"
            }
            text += "E\n"
        }
    }

    func write(to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private static func word(_ value: SQLValue) -> String {
        switch value {
        case .null: "n"
        case .integer(let number): "i\(number)"
        case .real(let number): "r\(number)"
        case .text(let text): "t" + hexadecimal(text.utf8)
        case .blob(let bytes): "b" + hexadecimal(bytes)
        }
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
