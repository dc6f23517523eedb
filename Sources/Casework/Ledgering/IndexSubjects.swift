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
    /// At most so many of those in one turn: other duties wait for it.
    private static let parts = 20

    func callAsFunction() async throws -> Duty.Progress {
        var count = 0
        for _ in 0..<Self.parts {
            let (done, isMoreWaiting) = try await world.database.writeInLedgerTurn { try Self.part(on: $0) }
            count += done
            // What has come meanwhile is for the next turn: under load something always has.
            if !isMoreWaiting { return Duty.Progress(count: count) }
        }
        return Duty.Progress(count: count, isMoreWaiting: true)
    }

    /// - Returns: how many entries it took, and whether it left some that were there.
    private static func part(on connection: Connection) throws -> (Int, isMoreWaiting: Bool) {
        var pairs: [(subject: String, position: Int64)] = []
        var (count, last): (Int, Int64) = (0, -1)
        let waiting = try LedgerRowReading.unindexed(entries, on: connection)
        for entry in waiting where pairs.count < subjects {
            pairs += try SubjectList.read(entry.subjects).map { ($0, entry.position) }
            (count, last) = (count + 1, entry.position)
        }
        guard count > 0 else { return (0, false) }
        pairs.sort { ($0.subject, $0.position) < ($1.subject, $1.position) }
        try LedgerRowWriting.index(pairs, upTo: last, on: connection)
        return (count, count == entries || count < waiting.count)
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
