/// What went wrong at an engine, in words every driver shares. It never carries a bound value, so it may be logged.
package enum SQLFault: Error, Sendable, Hashable {
    /// A rule of the schema refused the change.
    ///
    /// `name` says which: for `unique` the name of the unique index, `TABLE_pkey` for a primary key and
    /// `TABLE_COLUMN_key` for an unnamed unique column; for `check` the constraint's name; for `notNull`
    /// `TABLE.COLUMN`; for `trigger` the message it aborted with; for `foreignKey` nothing that every engine knows.
    case constraint(kind: ConstraintKind, name: String)
    /// Another process held the database for longer than the busy time-out.
    case busy
    /// The disk, or the room the database was allowed, is full. Nothing was written.
    case full
    /// The disk failed. When it failed at a commit, the database takes no more writes until it is opened again.
    case io
    /// The file is not a database, or is damaged.
    case corrupt
    /// A change was attempted in a read, or the file or server takes no writes.
    case readOnly
    /// The server cannot be reached, or went away before it was asked to commit. Nothing was written.
    case unreachable
    /// The transaction met another and may be run again.
    case serialization
    /// The database has been closed.
    case closed
    /// A value that no engine keeps unchanged: a text with U+0000 or a number that is not one (NaN). `parameter` counts
    /// from 1.
    case unstorable(parameter: Int)
    /// A column was not what the code reads it as. It counts from 0.
    case unreadable(column: Int)
    /// Anything else: a mistake in the SQL, memory, a limit. `code` is the engine's own.
    case other(code: String, message: String)

    /// The kinds of rule a schema holds.
    package enum ConstraintKind: Sendable, Hashable {
        /// No two rows alike: a unique index or a primary key.
        case unique
        /// A condition over one row.
        case check
        /// A row must refer to one that is there.
        case foreignKey
        /// A value must be given.
        case notNull
        /// A trigger that aborted with a message.
        case trigger
        /// A rule of a kind that engines do not share.
        case other
    }
}
