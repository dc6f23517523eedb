/// One step in the life of the schema: text that is never edited once released, because its checksum is recorded with
/// it (see `MigrationRunner`).
package struct Migration: Sendable {
    /// Its place in the one ordered list, counted from 1 without gaps.
    package let number: Int

    /// What it brings, in a few words.
    package let name: String

    /// Its statements, in order.
    package let steps: [MigrationStep]

    /// The data dictionary: what each table (`"slot"`) and column (`"slot.starts_at"`) of it means, with units. May be
    /// reworded after release: it is not part of the checksum.
    package let meanings: [String: String]

    /// A migration, written out.
    package init(number: Int, name: String, steps: [MigrationStep], meanings: [String: String]) {
        self.number = number
        self.name = name
        self.steps = steps
        self.meanings = meanings
    }

    /// Sixteen hexadecimal digits over the number, the name and the text of every step for every engine (FNV-1a of 64
    /// bits): it catches an edit made by mistake, and is no defence against one made on purpose.
    package var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in ["\(number)", name] + steps.flatMap(\.texts) {
            // 0xFF is in no UTF-8 text, so no two lists of parts run together alike.
            for byte in Array(part.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
