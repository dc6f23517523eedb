import SQLAccess

extension Schema {
    static let checksums = Migration(
        number: 14, name: "a checksum of each section with its event",
        steps: ["ALTER TABLE event_sections ADD COLUMN checksum BIGINT"],
        meanings: [
            "event_sections.checksum": """
            Of the section and its event's columns (`EventColumns`). What is read with another one is damaged and shown \
            to nobody. NULL for what was written before there were any. It guards against broken disks; the ledger guards \
            against people.
            """
        ])
}
