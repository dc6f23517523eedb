import SQLAccess
import Synchronization

/// The watched database of a record that is opened, once it is.
final class Watch: Sendable {
    private let watched = Mutex<WatchedDatabase?>(nil)

    func over(_ base: any SQLDatabase) -> any SQLDatabase {
        let database = WatchedDatabase(base)
        watched.withLock { $0 = database }
        return database
    }

    /// The transactions since this was last asked.
    func take() -> [WatchedDatabase.Transaction] {
        watched.withLock { $0 }?.take() ?? []
    }
}
