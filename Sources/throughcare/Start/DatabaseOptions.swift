import ArgumentParser
import Foundation

/// Which database, and which keys.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: """
            The database: a file, or the address of one on a PostgreSQL server, such as \
            postgres://throughcare@db.example/throughcare?sslmode=verify-full. When not said, that of the settings, and \
            data/throughcare.sqlite without one.
            """)
    var database: String?

    @Option(
        help: """
            The key file; when not said, beside a database that is a file, and data/throughcare.keys for one on a server. \
            the settings may name another.
            """)
    var keys: String?

    var name: String { database ?? Settings.current.text(.database) ?? "data/throughcare.sqlite" }

    var keyFile: String {
        keys ?? Settings.current.text(.keys) ?? Self.usualKeyFile(of: name)
    }

    /// Where what is in clear may lie for a while: beside the database, or on this machine where a server keeps that.
    var folderForCopies: String {
        isOnServer
            ? FileManager.default.temporaryDirectory.path : URL(fileURLWithPath: name).deletingLastPathComponent().path
    }

    /// Whether a server keeps the database.
    var isOnServer: Bool { Self.isOnServer(name) }

    static func isOnServer(_ database: String) -> Bool {
        database.hasPrefix("postgres://") || database.hasPrefix("postgresql://")
    }

    static func usualKeyFile(of database: String) -> String {
        isOnServer(database) ? "data/throughcare.keys" : database + ".keys"
    }

    /// How messages call the database: an address may hold a password.
    var shownName: String {
        guard isOnServer else { return name }
        guard let parts = URLComponents(string: name) else { return "the database on the server" }
        return "\(parts.scheme ?? "postgres")://\(parts.host ?? "")\(parts.path)"
    }
}
