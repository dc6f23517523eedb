/// The lines of a comma-separated file (RFC 4180): quoted fields with doubled quotes, line ends in quotes, CRLF or LF, and
/// the byte order mark that spreadsheets put first.
package struct CommaSeparated: Sendable {
    /// The lines that hold anything, the heading line first.
    package private(set) var lines: [Line] = []

    package struct Line: Hashable, Sendable {
        /// Where it starts in the file, from 1.
        package var number: Int
        package var fields: [String]
    }

    /// Why the file cannot be read at all.
    package enum Problem: Error, Hashable, Sendable {
        /// A quotation mark opened on this line is never closed.
        case quoteOpen(line: Int)
        /// Something stands between a closing quotation mark and the next comma.
        case textAfterQuote(line: Int)
    }

    private var fields: [String] = []
    private var field: [UInt8] = []
    private var isQuoted = false
    private var lineNumber = 1
    private var startsAt = 1

    package init(_ text: String) throws(Problem) {
        let bytes = Array(text.utf8)
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty && !isQuoted:
                position = try quoted(bytes, from: position)
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\r"):
                if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
                endLine()
            case UInt8(ascii: "\n"): endLine()
            default:
                if isQuoted {
                    guard byte == UInt8(ascii: " ") else { throw .textAfterQuote(line: lineNumber) }
                } else {
                    field.append(byte)
                }
            }
        }
        if !field.isEmpty || !fields.isEmpty || isQuoted { endLine() }
    }

    /// Reads to the closing quotation mark and returns the place after it.
    private mutating func quoted(_ bytes: [UInt8], from start: Int) throws(Problem) -> Int {
        let opened = lineNumber
        isQuoted = true
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return position }
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                lineNumber += 1
            }
            field.append(byte)
        }
        throw .quoteOpen(line: opened)
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
        isQuoted = false
    }

    private mutating func endLine() {
        endField()
        if fields.contains(where: { !$0.trimmed.isEmpty }) { lines.append(Line(number: startsAt, fields: fields)) }
        fields = []
        lineNumber += 1
        startsAt = lineNumber
    }
}
