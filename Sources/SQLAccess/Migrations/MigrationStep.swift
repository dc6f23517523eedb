/// One statement of a migration. A plain literal is SQL for every engine: `steps: ["CREATE TABLE …", .pair(…)]`.
package enum MigrationStep: Sendable, ExpressibleByStringLiteral {
    /// SQL that every engine reads alike: BIGINT, TEXT, DOUBLE PRECISION, `ON CONFLICT`, `RETURNING`.
    case common(SQLQuery)

    /// The same step in the words of each engine: blobs, triggers.
    case pair(sqlite: SQLQuery, postgres: SQLQuery)

    /// A statement that one engine needs and the others do not, such as the function behind a trigger.
    case only(SQLDialect, SQLQuery)

    /// A table whose rows are found by their whole primary key, or its beginning, and are small: SQLite keeps them in the
    /// key's own tree, so that finding one is one search and not two.
    case keyed(SQLQuery)

    /// SQL for every engine.
    package init(stringLiteral literal: StaticString) {
        self = .common(SQLQuery(stringLiteral: literal))
    }

    /// What `dialect` runs for this step, or nil for nothing.
    func query(for dialect: SQLDialect) -> SQLQuery? {
        switch self {
        case .common(let query): query
        case .pair(let sqlite, let postgres): dialect == .sqlite ? sqlite : postgres
        case .only(let needed, let query): dialect == needed ? query : nil
        case .keyed(let table): dialect == .sqlite ? table + " WITHOUT ROWID" : table
        }
    }

    /// All that the checksum covers.
    var texts: [String] {
        SQLDialect.allCases.map { query(for: $0)?.text ?? "" }
    }
}
