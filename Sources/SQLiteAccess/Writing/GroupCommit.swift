import GRDB
import SQLAccess

/// A group of writes on its way into one transaction: each inside a savepoint of its own, so that one that fails takes
/// nothing of its neighbours' with it. It lives and dies on the writer's thread.
struct GroupCommit {
    private let session: SQLiteSession
    private let database: Database
    /// Not in a transaction yet.
    private var rest: ArraySlice<any QueuedWrite>
    /// In the transaction, and good so far.
    private var kept: [any QueuedWrite] = []

    enum Outcome {
        case committed(Int)
        /// No write of those it took is to be kept.
        case nothing
        /// None of the writes that were in the transaction is to be relied on.
        case failed(SQLFault)
    }

    init(_ group: [any QueuedWrite], _ session: SQLiteSession, _ database: Database) {
        self.session = session
        self.database = database
        rest = group[...]
    }

    var isFinished: Bool { rest.isEmpty }

    /// Runs one transaction over what is left.
    ///
    /// Some failures make SQLite end the transaction under one of its writes: a full disk, `OR ROLLBACK`. That write
    /// fails, and those before it, which did nothing wrong, are left for the next transaction. Not when the disk itself
    /// failed: then all that were in it fail.
    mutating func next() -> Outcome {
        kept = []
        if let fault = control(.beginWrite) {
            kept = Array(rest)
            rest = []
            return .failed(fault)
        }
        while let write = rest.popFirst() {
            let fault = session.lend(database) { attempt(write, on: $0) }
            guard let fault else { continue }
            if fault == .io {
                kept.append(write)
                return .failed(fault)
            }
            write.fail(fault)
            rest = kept + rest
            kept = []
            return .nothing
        }
        if kept.isEmpty { return control(.rollback).map(Outcome.failed) ?? .nothing }
        return control(.commit).map(Outcome.failed) ?? .committed(kept.count)
    }

    /// Tells the callers of the writes that were in the transaction.
    func answer(_ outcome: Outcome) {
        switch outcome {
        case .committed, .nothing: for write in kept { write.succeed() }
        case .failed(let fault): for write in kept { write.fail(fault) }
        }
    }

    /// Tells the callers of the writes that have not begun.
    mutating func refuseRest(_ fault: SQLFault) {
        for write in rest { write.fail(fault) }
        rest = []
    }

    /// Runs one write in its savepoint. Its own failure is its caller's alone; what is returned is a failure that cost
    /// the whole transaction.
    private mutating func attempt(_ write: any QueuedWrite, on connection: SQLiteConnection) -> SQLFault? {
        if let fault = control(.savepoint) { return fault }
        do {
            try write.perform(on: connection)
            if let fault = connection.fault { throw fault }
            // Left for the commit, this would fail the neighbours too.
            if connection.hasUnmetReferences { throw SQLFault.constraint(kind: .foreignKey, name: "") }
            if let fault = control(.release) { return fault }
            kept.append(write)
            return nil
        } catch {
            // After some failures SQLite has rolled everything back by itself.
            guard connection.isInTransaction else { return connection.fault ?? SQLFault(from: error) }
            if let fault = control(.rollbackToSavepoint) ?? control(.release) { return fault }
            write.fail(error)
            return nil
        }
    }

    /// Runs one of the driver's words. When it fails, no transaction is left open, and what went wrong is returned.
    private func control(_ word: TransactionWord) -> SQLFault? {
        session.lend(database) { connection -> SQLFault? in
            do throws(SQLFault) {
                try connection.control(word)
                return nil
            } catch let first {
                guard connection.isInTransaction else { return first }
                do { try connection.control(.rollback) } catch { return .io }
                return first
            }
        }
    }
}
