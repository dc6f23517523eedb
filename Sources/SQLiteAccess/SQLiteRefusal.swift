/// Why a file is not opened. The promises of `SQLDatabase` would not hold over it.
package enum SQLiteRefusal: Error, Sendable, Hashable {
    /// The connection was told to work one way and works another: a file system without shared memory has no
    /// write-ahead log, a build of SQLite may lack a feature.
    case setting(name: String, expected: String, found: String)

    /// The SQLite library is older than the first that knows the statements we use (3.37, of November 2021).
    case libraryTooOld(found: String)
}
