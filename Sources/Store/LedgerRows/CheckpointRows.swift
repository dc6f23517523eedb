import SQLAccess

/// The signed statements of the ledger's size and root, and the right edge of the tree at each.
package enum CheckpointRows {
    package struct Row: Sendable, Hashable {
        package let size: Int64
        /// The signed note.
        package let note: String
    }

    /// Every checkpoint, the smallest first.
    package static func all(on connection: Connection) throws -> [Row] {
        try connection.all("SELECT size, note FROM ledger_checkpoints ORDER BY size", read)
    }

    package static func last(on connection: Connection) throws -> Row? {
        try connection.first("SELECT size, note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1", read)
    }

    /// The smallest checkpoint that covers the entry at a position.
    package static func covering(_ position: Int64, on connection: Connection) throws -> Row? {
        try connection.first(
            "SELECT size, note FROM ledger_checkpoints WHERE size > \(position) ORDER BY size LIMIT 1", read)
    }

    /// The frontier at a checkpoint's size, as it was stored.
    package static func frontier(size: Int64, on connection: Connection) throws -> [UInt8]? {
        try connection.first("SELECT frontier FROM ledger_frontiers WHERE size = \(size)") { try $0.bytes(0) }
    }

    private static func read(_ row: any SQLRow) throws -> Row {
        Row(size: try row.integer(0), note: try row.text(1))
    }
}
