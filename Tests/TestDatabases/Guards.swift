package import SQLAccess

/// The triggers that hold honest programs back. Whoever has the database can take them away; the ledger must notice what
/// they do then.
package enum Guards {
    package static func takeAway(on connection: any SQLConnection) throws {
        let statements: [SQLQuery] =
            switch TestDatabase.engine {
            case .sqlite:
                [
                    "DROP TRIGGER events_append_only", "DROP TRIGGER events_never_deleted",
                    "DROP TRIGGER sections_append_only", "DROP TRIGGER sections_erased_by_register",
                    "DROP TRIGGER ledger_entries_stay", "DROP TRIGGER ledger_entries_never_deleted",
                    "DROP TRIGGER ledger_contents_stay", "DROP TRIGGER ledger_contents_erased_by_register",
                ]
            case .postgres:
                [
                    "ALTER TABLE events DISABLE TRIGGER USER", "ALTER TABLE event_sections DISABLE TRIGGER USER",
                    "ALTER TABLE ledger_entries DISABLE TRIGGER USER",
                    "ALTER TABLE ledger_contents DISABLE TRIGGER USER",
                ]
            }
        for statement in statements { try connection.run(statement) }
    }
}
