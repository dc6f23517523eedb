import SQLAccess

/// What somebody with the file in hand could do, and the ledger must notice.
enum Tampering {
    static func changeSections(of subject: String, on connection: any SQLConnection) throws {
        try connection.run("DROP TRIGGER sections_append_only")
        try connection.run(
            """
            UPDATE event_sections SET answers = '{"cell":"13"}' WHERE section = 'custody'
                AND event_id IN (SELECT id FROM events WHERE subject = \(subject))
            """)
    }
}
