import Domain
import Store

/// Puts new entries of the ledger into the index of whom they concern.
///
/// A look at a board concerns everybody on it. In an index by person each of them is a place of its own, which a page
/// would wait for; put in together, the entries of many pages about the same people lie side by side.
struct IndexSubjects: Sendable {
    let world: World

    init(_ world: World) {
        self.world = world
    }

    /// At most so many entries, and about so many of their subjects, in one write: others wait for it.
    private static let (entries, subjects) = (2_000, 10_000)

    func callAsFunction() async throws -> Duty.Progress {
        var count = 0
        while true {
            let done = try await world.database.writeInLedgerTurn { connection in try Self.part(on: connection) }
            count += done
            if done == 0 { return Duty.Progress(count: count) }
        }
    }

    /// - Returns: how many entries it took.
    private static func part(on connection: Connection) throws -> Int {
        var pairs: [(subject: String, position: Int64)] = []
        var (count, last): (Int, Int64) = (0, -1)
        for entry in try LedgerRowReading.unindexed(entries, on: connection) where pairs.count < subjects {
            pairs += try SubjectList.read(entry.subjects).map { ($0, entry.position) }
            (count, last) = (count + 1, entry.position)
        }
        guard count > 0 else { return 0 }
        pairs.sort { ($0.subject, $0.position) < ($1.subject, $1.position) }
        try LedgerRowWriting.index(pairs, upTo: last, on: connection)
        return count
    }
}

/// Subjects as they are kept beside an entry: a JSON list.
enum SubjectList {
    /// Throws `StoreFault.damaged`, or what the parser says, for anything else.
    static func read(_ text: String) throws -> [String] {
        guard case .array(let list) = try CanonicalJSON.parse(Array(text.utf8)) else { throw StoreFault.damaged }
        return list.compactMap { if case .string(let subject) = $0 { subject } else { nil } }
    }
}
