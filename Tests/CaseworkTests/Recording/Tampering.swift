import SQLAccess
import TestDatabases

/// What somebody with the file in hand could do, and the ledger must notice.
enum Tampering {
    static func changeSections(of subject: String, on connection: any SQLConnection) throws {
        try Guards.takeAway(on: connection)
        try connection.run(
            """
            UPDATE event_sections SET answers = '{"cell":"13"}' WHERE section = 'custody'
                AND event_id IN (SELECT id FROM events WHERE subject = \(subject))
            """)
    }
}
