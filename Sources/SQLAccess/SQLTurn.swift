/// What only one writer at a time may do, on however many nodes.
package enum SQLTurn: Sendable, Hashable, CaseIterable {
    /// Changing the schema.
    case migration
    /// Giving entries their place in the ledger.
    case ledger
    /// Running a write again that met another.
    case again

    /// The number that a server knows the turn by.
    package var lock: Int64 {
        // "through" in ASCII, so that it is not taken by chance by somebody else who uses the server.
        let base: Int64 = 0x0074_6872_6f75_6768
        return switch self {
        case .migration: base + 1
        case .ledger: base + 2
        case .again: base + 3
        }
    }
}
