/// How a PostgreSQL database is used.
package struct PostgresOptions: Sendable, Hashable {
    /// The most reads at once, from 1.
    package var readers: Int
    /// The most writes at once, from 1. More than the server has processors for makes them meet each other oftener.
    package var writers: Int
    /// The longest that one statement may take.
    package var statementMilliseconds: Int
    /// The longest that a transaction may stand idle, as when its process is stopped: after that the server ends it.
    package var idleMilliseconds: Int
    /// For how long a server that went away is tried again before what was asked is refused.
    package var patienceMilliseconds: Int
    /// Whether a server whose commits may be lost in a power cut is refused. Only the control of a durability test says no.
    package var mustKeepCommits: Bool

    package init(
        readers: Int = 8, writers: Int = 8, statementMilliseconds: Int = 60_000, idleMilliseconds: Int = 10_000,
        patienceMilliseconds: Int = 4_000, mustKeepCommits: Bool = true
    ) {
        self.readers = max(1, readers)
        self.writers = max(1, writers)
        self.statementMilliseconds = statementMilliseconds
        self.idleMilliseconds = idleMilliseconds
        self.patienceMilliseconds = patienceMilliseconds
        self.mustKeepCommits = mustKeepCommits
    }
}

/// Why a PostgreSQL database is not opened.
package enum PostgresRefusal: Error, Sendable, Hashable {
    /// A setting that a promise rests on is not as it must be.
    case setting(name: String, expected: String, found: String)
    /// The server is on another machine, and what is said to it would not be encrypted, or not to a server that has
    /// proved who it is.
    case unprotected(sslmode: String)
    /// The address is not one that libpq understands.
    case address(String)
}
