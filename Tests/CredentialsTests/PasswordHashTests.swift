import Testing

@testable import Credentials

@Suite("Password hashes")
struct PasswordHashTests {
    private let random = RandomSource.seeded(11)

    @Test("The right password verifies and a wrong one does not")
    func verifies() throws {
        let hash = try PasswordHash.make("walnut harbour kettle", cost: .cheapest, random: random)
        #expect(try hash.verify("walnut harbour kettle"))
        #expect(try !hash.verify("walnut harbour kettl"))
        #expect(try !hash.verify("walnut harbour kettle "))
        #expect(try !hash.verify(""))
    }

    @Test("A hash survives being stored")
    func storage() throws {
        let hash = try PasswordHash.make("naïve café 12", cost: .cheapest, random: random)
        #expect(try PasswordHash(encoded: hash.encoded) == hash)
        #expect(try PasswordHash(encoded: hash.encoded).verify("naïve café 12"))
    }

    @Test("The reference implementation's example verifies")
    func reference() throws {
        let hash = try PasswordHash(
            encoded: "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
        #expect(try hash.verify("password"))
        #expect(try !hash.verify("differentpassword"))
    }

    @Test("Nothing after a NUL is cut off")
    func nul() throws {
        let hash = try PasswordHash.make("twelve\0letters", cost: .cheapest, random: random)
        #expect(try !hash.verify("twelve"))
        #expect(try !hash.verify("twelve\0other"))
    }

    @Test("Two hashes of one password have different salts")
    func salted() throws {
        let one = try PasswordHash.make("same", cost: .cheapest, random: random)
        #expect(try PasswordHash.make("same", cost: .cheapest, random: random) != one)
    }

    @Test("The standard cost is 19 MiB, two passes and one lane, and is written into the hash")
    func standardCost() throws {
        let hash = try PasswordHash.make("walnut harbour kettle", random: random)
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(!hash.needsRehash())
        #expect(try PasswordHash.make("x", cost: .cheapest, random: random).needsRehash())
    }

    @Test(
        "A damaged or foreign hash is refused, not tried",
        arguments: [
            ("", PasswordHashError.notArgon2id),
            ("$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", .notArgon2id),
            ("$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", .notArgon2id),
            ("$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg", .costOutOfBounds),
            ("$argon2id$v=19$m=256,t=4000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg", .costOutOfBounds),
            ("$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg", .costOutOfBounds),
            ("$argon2id$v=19$m=0256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg", .costOutOfBounds),
            ("$argon2id$v=19$m=256,t=2,p=1$c29tZXNh!HQ$nf65EOgLrQMR/uIPnA4rEg", .damaged),
            ("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65", .damaged),
        ])
    func refused(encoded: String, error: PasswordHashError) {
        #expect(throws: error) { try PasswordHash(encoded: encoded) }
    }

    @Test("The decoy is a hash like any other at its cost, and no guess opens it")
    func decoy() throws {
        let decoy = PasswordHash.decoy(cost: .standard)
        #expect(try PasswordHash(encoded: decoy.encoded) == decoy)
        let real = try PasswordHash.make("x", random: random)
        #expect(decoy.encoded.utf8.count == real.encoded.utf8.count)
        #expect(decoy.cost == real.cost)
        #expect(try !decoy.verify(""))
    }

    @Test("Costs beyond the bounds cannot be made")
    func costBounds() {
        #expect(PasswordCost(memoryKiB: 19_456, passes: 2, lanes: 1) == .standard)
        #expect(PasswordCost(memoryKiB: 7, passes: 1, lanes: 1) == nil)
        #expect(PasswordCost(memoryKiB: 8, passes: 1, lanes: 2) == nil)
        #expect(PasswordCost(memoryKiB: 262_145, passes: 1, lanes: 1) == nil)
        #expect(PasswordCost(memoryKiB: 8, passes: 0, lanes: 1) == nil)
        #expect(PasswordCost(memoryKiB: 8, passes: 1, lanes: 0) == nil)
    }
}
