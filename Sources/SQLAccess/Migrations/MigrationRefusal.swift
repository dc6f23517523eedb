/// Why the database is left as it is. Nothing has been changed when one of these is thrown.
package enum MigrationRefusal: Error, Sendable, Hashable {
    /// The migration recorded under this number is not the one in this version of the program: it was edited after it
    /// was applied, or the two come from different branches.
    case changed(number: Int, recorded: String, expected: String)

    /// The database has later migrations but not this one.
    case gap(missing: Int)

    /// The database was migrated by a newer version of the program, which knows migrations up to `recorded`.
    case newerDatabase(recorded: Int, known: Int)

    /// This program's own list does not count 1, 2, 3 …: this number is missing or out of place.
    case misnumbered(expected: Int)
}
