import Domain

/// A list from another system, its columns found.
struct ListFile: Sendable {
    let load: Board.Load
    let lines: [CommaSeparated.Line]
    /// By heading of the load: which column it is.
    private let columns: [String: Int]

    /// - Throws: `ListRefusal` when nothing of the file can be used.
    init(_ text: String, load: Board.Load) throws(ListRefusal) {
        let read: CommaSeparated
        do throws(CommaSeparated.Problem) {
            read = try CommaSeparated(text)
        } catch {
            throw ListRefusal(error)
        }
        guard let head = read.lines.first else { throw .empty }
        guard head.fields.count <= Self.mostColumns else {
            throw .tooWide(columns: head.fields.count, most: Self.mostColumns)
        }
        var places: [String: Int] = [:]
        for (place, heading) in head.fields.enumerated() {
            let folded = Self.folded(heading)
            if places[folded] == nil { places[folded] = place }
        }
        var columns: [String: Int] = [:]
        for heading in [load.key] + load.columns.map(\.heading) { columns[heading] = places[Self.folded(heading)] }
        guard columns[load.key] != nil else {
            throw .headingMissing(load.key, found: Self.shown(head.fields))
        }
        lines = Array(read.lines.dropFirst())
        guard !lines.isEmpty else { throw .empty }
        guard lines.count <= Self.most else { throw .tooLong(lines: lines.count, most: Self.most) }
        self.load = load
        self.columns = columns
    }

    /// More lines than any suite has cells.
    static let most = 500
    /// More columns than any custody system writes.
    static let mostColumns = 200
    /// As many headings, of as many letters, as a message names.
    private static let (mostShown, lettersShown) = (12, 40)

    /// The headings of the load that the file does not have: what they would answer stays unanswered.
    var absent: [String] { load.columns.map(\.heading).filter { columns[$0] == nil } }

    func text(_ heading: String, of line: CommaSeparated.Line) -> String {
        guard let column = columns[heading], line.fields.indices.contains(column) else { return "" }
        return line.fields[column].trimmed
    }

    /// The first headings of a file, to be named in a message.
    private static func shown(_ headings: [String]) -> [String] {
        let named = headings.map(\.trimmed).filter { !$0.isEmpty }
        let first = named.prefix(mostShown).map { $0.count > lettersShown ? $0.prefix(lettersShown) + "…" : $0 }
        return first + (named.count > mostShown ? ["and \(named.count - mostShown) more"] : [])
    }

    private static func folded(_ heading: String) -> String { SearchKey.name(heading.trimmed) }
}

/// Why a list cannot be used at all.
package enum ListRefusal: Error, Sendable, Hashable {
    case empty
    case tooLong(lines: Int, most: Int)
    case tooWide(columns: Int, most: Int)
    case unreadable(line: Int, why: String)
    /// The column that tells one stay from another is not there.
    case headingMissing(String, found: [String])
    /// The role may not record what the list holds.
    case notForYourRole(type: String, role: String)
}

extension ListRefusal {
    init(_ problem: CommaSeparated.Problem) {
        switch problem {
        case .quoteOpen(let line):
            self = .unreadable(line: line, why: "a quotation mark is opened there and never closed")
        case .textAfterQuote(let line):
            self = .unreadable(line: line, why: "there is text between a quotation mark and the next comma")
        }
    }
}
