import ArgumentParser
import Foundation

/// Which database, and which keys.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: """
            The database: a file, or the address of one on a PostgreSQL server, such as \
            postgres://throughcare@db.example/throughcare?sslmode=verify-full. THROUGHCARE_DATABASE names another default.
            """)
    var database: String = ProcessInfo.processInfo.environment["THROUGHCARE_DATABASE"] ?? "data/throughcare.sqlite"

    @Option(
        help: """
            The key file; when not said, beside a database that is a file, and data/throughcare.keys for one on a server. \
            THROUGHCARE_KEYS names another default.
            """)
    var keys: String?

    var keyFile: String {
        keys ?? ProcessInfo.processInfo.environment["THROUGHCARE_KEYS"] ?? Self.usualKeyFile(of: database)
    }

    /// Whether a server keeps the database.
    var isOnServer: Bool { Self.isOnServer(database) }

    static func isOnServer(_ database: String) -> Bool {
        database.hasPrefix("postgres://") || database.hasPrefix("postgresql://")
    }

    static func usualKeyFile(of database: String) -> String {
        isOnServer(database) ? "data/throughcare.keys" : database + ".keys"
    }

    /// How messages call the database: an address may hold a password.
    var shownName: String {
        guard isOnServer else { return database }
        guard let parts = URLComponents(string: database) else { return "the database on the server" }
        return "\(parts.scheme ?? "postgres")://\(parts.host ?? "")\(parts.path)"
    }
}
