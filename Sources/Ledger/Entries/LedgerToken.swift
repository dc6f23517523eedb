/// Which texts may stand in an entry: none that could hold a name, an address or a sentence.
enum LedgerToken {
    /// The longest, in bytes.
    static let limitBytes = 128

    /// Printable ASCII without the space, the quotation mark and the backslash.
    static func isAllowed(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    static func isAllowed(_ text: String) -> Bool {
        text.utf8.count <= limitBytes && text.utf8.allSatisfy(isAllowed)
    }
}

/// A text that may not stand in an entry, because it could say something about a person.
package struct LedgerEntryRefusal: Error, Equatable {
    /// The field: `actor`, `session`, `role`, `agency`, `purpose`, `outcome` or `position`.
    package let field: String
}
