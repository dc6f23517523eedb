/// An entry as it lies in the database, with what lies beside it.
package struct StoredEntry: Sendable {
    package var position: Int64
    /// The entry's line, in UTF-8.
    package var entry: [UInt8]
    /// The leaf hash stored with it.
    package var leafHash: [UInt8]
    /// The content's salt; nil when it is gone.
    package var salt: [UInt8]?
    /// The content, in UTF-8; nil when it is gone.
    package var content: [UInt8]?

    package init(position: Int64, entry: [UInt8], leafHash: [UInt8], salt: [UInt8]?, content: [UInt8]?) {
        self.position = position
        self.entry = entry
        self.leafHash = leafHash
        self.salt = salt
        self.content = content
    }
}

/// A checkpoint as it lies in the database.
package struct StoredCheckpoint: Sendable {
    /// The size it is stored under.
    package var size: Int64
    /// The signed note.
    package var note: String

    package init(size: Int64, note: String) {
        self.size = size
        self.note = note
    }
}
