/// Looks over the text of a file before it is parsed, for what must never reach the parser: nesting without end, and
/// anchors, aliases and tags, with which a small file can stand for an enormous one.
///
/// It reads YAML's outline only: quotes, comments, block text, brackets and indentation. Where it could be mistaken, the
/// parser's own limit on nesting, the check of the parsed tree and `hasAliasOfAnchor` stand behind it.
struct TextGate {
    typealias Refusal = SourceText.Refusal

    /// The columns of the dashes, question marks and keys that the current line lies within.
    private var columns: [Int] = []
    private var brackets = 0
    private var quote: UInt8?
    /// Block text goes on while lines are indented past its parent.
    private var block: (parent: Int, content: Int?)?
    /// Plain text that began on an earlier line, and the column its continuation must lie beyond.
    private var plainParent: Int?
    private var isInPlainInBrackets = false
    private var hasContent = false

    /// The first reason not to parse the text; `nil` when it may be parsed.
    static func refusal(of text: String) -> Refusal? {
        var gate = TextGate()
        let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        do {
            for (number, line) in lines.enumerated() { try gate.pass(Line(bytes: Array(line), number: number + 1)) }
        } catch {
            return error
        }
        return nil
    }

    struct Line {
        let bytes: [UInt8]
        let number: Int

        func isBlank(at offset: Int) -> Bool {
            offset >= bytes.count || bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
        }

        func starts(with mark: StaticString) -> Bool {
            let letters = mark.withUTF8Buffer { Array($0) }
            return bytes.starts(with: letters) && isBlank(at: letters.count)
        }

        func refusal(at offset: Int, _ message: String) -> Refusal {
            let column = String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars.count + 1
            return Refusal(line: number, column: column, message: message)
        }
    }

    private mutating func pass(_ line: Line) throws(Refusal) {
        let indent = line.bytes.prefix { $0 == UInt8(ascii: " ") }.count
        let isEmpty = line.bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if isInBlock(indent: indent, isEmpty: isEmpty) || (isEmpty && quote == nil) { return }
        var start = quote == nil ? indent : 0
        if quote == nil && brackets == 0 {
            if line.bytes.first == UInt8(ascii: "%") { throw line.refusal(at: 0, "directives are not supported") }
            if line.starts(with: "---") {
                if hasContent { throw line.refusal(at: 0, "a file holds one document; `---` begins another") }
                start = 3
            }
            if let parent = plainParent, indent > parent, line.bytes[indent] != UInt8(ascii: "#") { return }
            plainParent = nil
            while let last = columns.last, last >= indent { columns.removeLast() }
        }
        hasContent = hasContent || line.bytes[indent] != UInt8(ascii: "#")
        try scan(line, from: start)
    }

    private mutating func isInBlock(indent: Int, isEmpty: Bool) -> Bool {
        guard let current = block else { return false }
        if isEmpty { return true }
        if let content = current.content {
            if indent >= content { return true }
        } else if indent > current.parent {
            block?.content = indent
            return true
        }
        block = nil
        return false
    }

    private mutating func scan(_ line: Line, from start: Int) throws(Refusal) {
        var offset = start
        var isAtToken = !isInPlainInBrackets
        var isAfterQuote = false
        var token = start
        while offset < line.bytes.count {
            if let mark = quote {
                offset = endOfQuote(mark, line, from: offset)
                (isAtToken, isAfterQuote) = (false, quote == nil)
                continue
            }
            let byte = line.bytes[offset]
            if line.isBlank(at: offset) {
                offset += 1
            } else if byte == UInt8(ascii: "#") && (offset == 0 || line.isBlank(at: offset - 1)) {
                break
            } else if isAtToken {
                token = offset
                let next = try startToken(line, at: offset)
                (offset, isAtToken, isAfterQuote) = (next.offset, next.isAtToken, false)
            } else if isEndOfKey(line, at: offset, isAfterQuote: isAfterQuote) {
                if brackets == 0 { try enter(token, line) }
                (offset, isAtToken) = (offset + 1, true)
            } else {
                isAtToken = try continueToken(byte, line, at: offset)
                offset += 1
            }
        }
        let isPlain = !isAtToken && quote == nil && !isAfterQuote && block == nil
        isInPlainInBrackets = isPlain && brackets > 0
        plainParent = isPlain && brackets == 0 ? (columns.last ?? -1) : nil
    }

    private mutating func endOfQuote(_ mark: UInt8, _ line: Line, from start: Int) -> Int {
        var offset = start
        while offset < line.bytes.count {
            let byte = line.bytes[offset]
            if mark == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\") {
                offset += 2
            } else if byte == mark {
                let isDoubled = offset + 1 < line.bytes.count && line.bytes[offset + 1] == mark
                if mark == UInt8(ascii: "'") && isDoubled {
                    offset += 2
                } else {
                    quote = nil
                    return offset + 1
                }
            } else {
                offset += 1
            }
        }
        return offset
    }

    private func isEndOfKey(_ line: Line, at offset: Int, isAfterQuote: Bool) -> Bool {
        guard line.bytes[offset] == UInt8(ascii: ":") else { return false }
        if line.isBlank(at: offset + 1) { return true }
        return brackets > 0 && (isAfterQuote || ",[]{}".utf8.contains(line.bytes[offset + 1]))
    }

    private mutating func startToken(
        _ line: Line, at offset: Int
    ) throws(Refusal) -> (offset: Int, isAtToken: Bool) {
        switch Unicode.Scalar(line.bytes[offset]) {
        case "&", "*":
            throw line.refusal(
                at: offset, "anchors and aliases (`&`, `*`) are not supported; write it in quotes if it is text")
        case "!":
            throw line.refusal(at: offset, "tags (`!`) are not supported; write it in quotes if it is text")
        case "\"", "'":
            quote = line.bytes[offset]
            return (offset + 1, false)
        case "[", "{":
            brackets += 1
            try checkDepth(line, at: offset)
            return (offset + 1, true)
        case "]", "}":
            brackets = max(0, brackets - 1)
            return (offset + 1, false)
        case "," where brackets > 0:
            return (offset + 1, true)
        case "|" where brackets == 0, ">" where brackets == 0:
            let digit = line.bytes[(offset + 1)...].first { (0x31...0x39).contains($0) }
            let parent = columns.last ?? -1
            block = (parent, digit.map { max(parent, 0) + Int($0) - 0x30 })
            return (line.bytes.count, true)
        case "-" where brackets == 0 && line.isBlank(at: offset + 1),
            "?" where brackets == 0 && line.isBlank(at: offset + 1):
            try enter(offset, line)
            return (offset + 1, true)
        case ":" where line.isBlank(at: offset + 1), "?" where line.isBlank(at: offset + 1):
            return (offset + 1, true)
        default:
            return (offset + 1, false)
        }
    }

    /// Says whether a new token may start after this byte of plain text.
    private mutating func continueToken(_ byte: UInt8, _ line: Line, at offset: Int) throws(Refusal) -> Bool {
        guard brackets > 0 else { return false }
        switch Unicode.Scalar(byte) {
        case ",": return true
        case "[", "{":
            brackets += 1
            try checkDepth(line, at: offset)
            return true
        case "]", "}":
            brackets -= 1
            return false
        default: return false
        }
    }

    private mutating func enter(_ column: Int, _ line: Line) throws(Refusal) {
        while let last = columns.last, last >= column { columns.removeLast() }
        columns.append(column)
        try checkDepth(line, at: column)
    }

    private func checkDepth(_ line: Line, at offset: Int) throws(Refusal) {
        guard columns.count + brackets > SourceLimits.depth else { return }
        throw line.refusal(at: offset, "this is nested more than \(SourceLimits.depth) deep")
    }
}
