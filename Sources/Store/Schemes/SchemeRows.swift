package import Domain
import SQLAccess

/// A published version of a scheme with the files it was made from.
package struct PublishedScheme: Sendable {
    package var version: String
    package var scheme: String
    package var title: String
    package var from: Day?
    package var files: [(path: String, content: String)]

    package init(version: String, scheme: String, title: String, from: Day?, files: [(path: String, content: String)]) {
        self.version = version
        self.scheme = scheme
        self.title = title
        self.from = from
        self.files = files
    }
}

package enum SchemeRows {
    /// Keeps a version; does nothing when it is published already. True when it is new.
    package static func publish(
        _ scheme: PublishedScheme, at instant: Instant, by: String, on connection: Connection
    ) throws -> Bool {
        let number = try connection.count("SELECT count(*) FROM scheme_versions")
        let added = try connection.run(
            """
            INSERT INTO scheme_versions (version, scheme, title, from_on, published_at, published_by, number)
            VALUES (\(scheme.version), \(scheme.scheme), \(scheme.title), \(scheme.from?.iso), \(instant.milliseconds),
                \(by), \(number))
            ON CONFLICT (version) DO NOTHING
            """)
        guard added == 1 else { return false }
        for file in scheme.files {
            try connection.run(
                """
                INSERT INTO scheme_files (version, path, content)
                VALUES (\(scheme.version), \(file.path), \(file.content))
                """)
        }
        return true
    }

    /// Every version, in the order of publication.
    package static func all(on connection: Connection) throws -> [PublishedScheme] {
        var found = try connection.all(
            "SELECT version, scheme, title, from_on FROM scheme_versions ORDER BY number"
        ) { row in
            PublishedScheme(
                version: try row.text(0), scheme: try row.text(1), title: try row.text(2),
                from: try row.textOrNull(3).flatMap { Day($0) }, files: [])
        }
        for index in found.indices {
            found[index].files = try connection.all(
                "SELECT path, content FROM scheme_files WHERE version = \(found[index].version) ORDER BY path"
            ) { (try $0.text(0), try $0.text(1)) }
        }
        return found
    }
}

extension SchemeRows {
    /// The version of a scheme that was published last.
    package static func latest(of scheme: String, on connection: Connection) throws -> String? {
        try connection.first(
            "SELECT version FROM scheme_versions WHERE scheme = \(scheme) ORDER BY number DESC LIMIT 1"
        ) { try $0.text(0) }
    }
}
