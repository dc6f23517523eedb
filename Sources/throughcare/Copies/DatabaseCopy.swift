import Casework
import Dispatch
import SQLAccess
import Store
import Synchronization

/// Copies everything from one database into an empty one, of whichever engines, as of one instant.
///
/// Reading and writing go side by side. All of it is written in one transaction: it is there as a whole or not at all.
struct DatabaseCopy {
    let source: any SQLDatabase
    let target: any SQLDatabase

    /// So many rows are handed over at a time.
    private static let part = 2_000

    /// Brings the target up to the source's schema, which must be this program's, and fills it.
    ///
    /// - Parameter progress: told now and then how many rows have been copied.
    /// - Returns: how many rows there are.
    func callAsFunction(progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        guard try await Schema.runner.pending(in: source).isEmpty else {
            throw Ending.refused("The database is of an earlier version. Start the server once to bring it up to date.")
        }
        try await Schema.runner.migrate(target)
        let (line, dialect) = (PageLine(), target.dialect)
        async let reading: Void = read(into: line)
        let written: Int
        do {
            written = try await target.writeInTurn(.ledger) { connection in
                guard try TableCopy.all.allSatisfy({ try $0.count(on: connection) == 0 }) else {
                    throw Ending.refused("The database to copy into holds something. Nothing is ever overwritten.")
                }
                try line.begin()
                var count = 0
                while let page = try line.next() {
                    try page.table.add(page.rows, on: connection)
                    count += page.rows.count
                    progress(count)
                }
                try TableCopy.gatherFigures(dialect: dialect, on: connection)
                return count
            }
        } catch {
            line.stop()
            do { try await reading } catch {}
            throw error
        }
        try await reading
        // Entries that waited for their place in the snapshot have none to wait for in a database of one writer.
        while try await Database(target).placeWaitingEntries() > 0 {}
        return written
    }

    private func read(into line: PageLine) async throws {
        do {
            try await source.read { connection in
                for table in TableCopy.all {
                    var last: [SQLValue]?
                    repeat {
                        let rows = try table.rows(after: last, limit: Self.part, on: connection)
                        last = rows.last
                        guard !rows.isEmpty else { break }
                        guard line.add(PageLine.Page(table: table, rows: rows)) else { return }
                    } while last != nil
                }
            }
            line.end(nil)
        } catch {
            line.end(error)
            throw error
        }
    }
}

/// Parts on their way from the thread that reads to the thread that writes; each waits for the other.
private final class PageLine: Sendable {
    struct Page: Sendable {
        let table: TableCopy
        let rows: [[SQLValue]]
    }

    private struct State {
        var pages: [Page] = []
        var hasBegun = false
        var isEnded = false
        var isStopped = false
        var error: (any Error)?
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    // From nothing: one that ends below where it began is taken for a mistake.
    private let room = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<8 { room.signal() }
    }

    /// Called by whoever takes the pages: what was taken cannot be given again.
    func begin() throws {
        let isSecond = state.withLock { state in
            defer { state.hasBegun = true }
            return state.hasBegun
        }
        if isSecond { throw Ending(.fault, "The connection was lost while the copy was made. Nothing of it is kept.") }
    }

    /// False when nobody takes them any more.
    func add(_ page: Page) -> Bool {
        room.wait()
        let goesOn = state.withLock { state in
            state.pages.append(page)
            return !state.isStopped
        }
        filled.signal()
        return goesOn
    }

    func end(_ error: (any Error)?) {
        state.withLock { state in
            state.isEnded = true
            state.error = error
        }
        filled.signal()
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    /// The next page; nil at the end.
    func next() throws -> Page? {
        filled.wait()
        let page = try state.withLock { state -> Page? in
            guard state.pages.isEmpty else { return state.pages.removeFirst() }
            if let error = state.error { throw error }
            return nil
        }
        if page != nil { room.signal() }
        return page
    }
}
