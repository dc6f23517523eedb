import SQLAccess

/// What the database says was erased, and the position of the entry of the act that did it.
package enum ErasureRows {
    package static func entries(on connection: Connection) throws -> [(position: Int64, by: Int64)] {
        try connection.all("SELECT position, erased_by_position FROM ledger_erasures ORDER BY position") {
            (try $0.integer(0), try $0.integer(1))
        }
    }

    package static func events(on connection: Connection) throws -> [(id: String, by: Int64)] {
        try connection.all("SELECT event_id, erased_by_position FROM event_erasures ORDER BY event_id") {
            (try $0.text(0), try $0.integer(1))
        }
    }
}
