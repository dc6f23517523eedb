import Testing

@testable import Credentials

@Suite("Readable passwords")
struct ReadablePasswordTests {
    @Test("There are enough words for at least 50 bits, and the number of bits is right")
    func bits() {
        #expect(PlainWords.all.count >= 256)
        #expect(ReadablePassword.bits >= 50)
        let count = Double(PlainWords.all.count)
        let possible = count * count * count * count * 10_000
        #expect(possible >= Double(UInt64(1) << UInt64(ReadablePassword.bits)))
        #expect(possible < Double(UInt64(1) << UInt64(ReadablePassword.bits + 1)))
    }

    @Test("Words are plain letters, four to eight, each once")
    func words() {
        #expect(Set(PlainWords.all).count == PlainWords.all.count)
        #expect(
            PlainWords.all.allSatisfy { word in
                (4...8).contains(word.count) && word.utf8.allSatisfy { (97...122).contains($0) }
            })
    }

    @Test("Each is four words and four digits, passes the rules, and none comes twice")
    func made() {
        let seed: UInt64 = 77
        let random = RandomSource.seeded(seed)
        var seen: Set<String> = []
        for _ in 0..<500 {
            let password = ReadablePassword.make(random)
            let parts = password.split(separator: "-")
            #expect(parts.count == 5 && parts[4].count == 4, "seed \(seed): \(password)")
            #expect(parts.prefix(4).allSatisfy { PlainWords.all.contains(String($0)) }, "seed \(seed): \(password)")
            #expect(PasswordRules.problems(in: password, names: [], email: "") == [], "seed \(seed): \(password)")
            #expect(seen.insert(password).inserted, "seed \(seed): \(password)")
        }
    }
}
