/// What one try of a password costs: memory, passes and lanes of argon2id.
package struct PasswordCost: Sendable, Equatable {
    /// Memory for one hash, in KiB.
    package let memoryKiB: UInt32

    /// Passes over that memory.
    package let passes: UInt32

    /// Lanes, each of which libargon2 fills in a thread of its own.
    package let lanes: UInt32

    /// 19 MiB, two passes, one lane: about 40 ms on one present-day core.
    package static let standard = PasswordCost(unchecked: 19_456, passes: 2, lanes: 1)

    /// The least argon2 can do: for tests, where thousands of hashes must be quick.
    package static let cheapest = PasswordCost(unchecked: 8, passes: 1, lanes: 1)

    /// Nil unless memory is 8 KiB to 256 MiB and at least 8 KiB a lane, passes are 1 to 16, and lanes 1 to 8.
    package init?(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        guard (1...8).contains(lanes), (1...16).contains(passes), (8 * lanes...262_144).contains(memoryKiB) else {
            return nil
        }
        self.init(unchecked: memoryKiB, passes: passes, lanes: lanes)
    }

    private init(unchecked memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }

    /// The parameters as they stand in an encoded hash.
    var encodedParameters: String {
        "m=\(memoryKiB),t=\(passes),p=\(lanes)"
    }

    /// Reads `m=…,t=…,p=…`; nil when malformed, spelt in another way than libargon2 writes, or out of bounds.
    init?(encodedParameters text: some StringProtocol) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].hasPrefix("m="), fields[1].hasPrefix("t="), fields[2].hasPrefix("p="),
            let memoryKiB = UInt32(fields[0].dropFirst(2)), let passes = UInt32(fields[1].dropFirst(2)),
            let lanes = UInt32(fields[2].dropFirst(2))
        else { return nil }
        self.init(memoryKiB: memoryKiB, passes: passes, lanes: lanes)
        guard encodedParameters == text else { return nil }
    }
}
