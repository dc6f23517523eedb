import Testing

@testable import Domain

@Suite("References")
struct ReferenceTests {
    private let symbols = (0..<32).map { FieldOf32(UInt8($0)) }

    private func text(_ word: [FieldOf32]) -> String {
        String(String.UnicodeScalarView(word.map(ReferenceAlphabet.scalar)))
    }

    private func word(_ reference: Reference) -> [FieldOf32] {
        reference.compact.unicodeScalars.compactMap(ReferenceAlphabet.symbol)
    }

    /// A true reference with the two given symbols in the two given places and random ones elsewhere.
    private func word(
        with first: FieldOf32, at i: Int, and second: FieldOf32, at j: Int, using random: inout SeededRandom
    ) throws -> [FieldOf32] {
        var word = word(Reference.make(random: random.next()))
        (word[i], word[j]) = (first, second)
        let free = try #require((0..<9).first { $0 != i && $0 != j })
        word[free] = FieldOf32(0)
        let missing = Reference.fixedSum - Reference.weightedSum(word)
        word[free] = try #require(symbols.first { $0 * Reference.weights[free] == missing })
        try #require(Reference(text(word)) != nil)
        return word
    }

    @Test("Every swap of two different characters is caught, in every two places, adjacent or not")
    func swaps() throws {
        let seed: UInt64 = 36
        var random = SeededRandom(seed: seed)
        var caught = 0
        for i in 0..<9 {
            for j in (i + 1)..<9 {
                for first in symbols {
                    for second in symbols where second != first {
                        var word = try word(with: first, at: i, and: second, at: j, using: &random)
                        word.swapAt(i, j)
                        try #require(Reference(text(word)) == nil, "\(text(word)) \(i) \(j), seed \(seed)")
                        caught += 1
                    }
                }
            }
        }
        #expect(caught == 36 * 32 * 31)
    }

    @Test("Every slip of one character is caught, in every place, from every character to every other")
    func slips() throws {
        let seed: UInt64 = 9
        var random = SeededRandom(seed: seed)
        var caught = 0
        for place in 0..<9 {
            for symbol in symbols {
                let word = try word(with: symbol, at: place, and: symbols[7], at: (place + 1) % 9, using: &random)
                for slip in symbols where slip != symbol {
                    var slipped = word
                    slipped[place] = slip
                    try #require(Reference(text(slipped)) == nil, "\(text(slipped)), seed \(seed)")
                    caught += 1
                }
            }
        }
        #expect(caught == 9 * 32 * 31)
    }

    @Test("The weights of the nine places are nine different elements, none of them zero")
    func weights() {
        #expect(Reference.weights.count == 9)
        #expect(Set(Reference.weights).count == 9)
        #expect(!Reference.weights.contains(FieldOf32(0)))
        #expect(Reference.weights.last == FieldOf32(1))
    }

    @Test("The 32 elements are a field: products commute, spread over sums, and divide")
    func field() {
        for a in symbols {
            for b in symbols {
                #expect(a * b == b * a)
                for c in symbols {
                    #expect(a * (b + c) == a * b + a * c)
                    #expect(a * (b * c) == (a * b) * c)
                }
            }
            #expect(a * FieldOf32(1) == a)
            #expect(a.bits == 0 || symbols.count { a * $0 == FieldOf32(1) } == 1)
        }
        #expect(Set((0..<31).map(FieldOf32.generator.power)).count == 31)
    }

    @Test("Forty random bits make as many references: each bit changes it, and higher bits do not count")
    func bits() {
        let base = Reference.make(random: 0)
        let others = (0..<40).map { Reference.make(random: 1 << UInt64($0)) }
        #expect(Set(others + [base]).count == 41)
        #expect(Reference.make(random: 0xFFFF_FF00_0000_0000) == base)
        #expect(Reference.make(random: 5) == Reference.make(random: 5))
    }

    @Test("A reference is read as people type it")
    func tolerant() throws {
        let seed: UInt64 = 32
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let reference = Reference.make(random: random.next())
            let slack = reference.text
                .replacing("0", with: ["0", "O", "o"].randomElement(using: &random) ?? "0")
                .replacing("1", with: ["1", "I", "l"].randomElement(using: &random) ?? "1")
            let forms = [
                reference.text, reference.compact, reference.text.lowercased(), slack, slack.lowercased(),
                " " + reference.text.replacing("-", with: " ") + " ", reference.text.replacing("-", with: "–"),
            ]
            for form in forms { #expect(Reference(form) == reference, "\(form), seed \(seed)") }
            #expect(reference.text.count == 11)
            #expect(reference.text.replacing("-", with: "") == reference.compact)
        }
    }

    @Test(
        "Text that is no reference is refused",
        arguments: [
            "", "-", "0000-0000-0", "000000000", "K7M2-9QXF", "UUUU-UUUU-U", "K7M2_9QXF_G", "Ａ", "K7M2-9QXF-GG-12345",
        ])
    func refused(_ text: String) {
        #expect(Reference(text) == nil)
    }

    @Test("The alphabet has no letter that is read as a digit, and a known reference stays what it is")
    func stable() {
        #expect(Set(ReferenceAlphabet.scalars).count == 32)
        #expect(ReferenceAlphabet.scalars.allSatisfy { !"ILOU".unicodeScalars.contains($0) })
        #expect(Reference.make(random: 0).text == "0000-0000-1")
        #expect(Reference.make(random: 0x12_3456_789A).text == "T4YC-5T82-P")
    }

    @Test("One character too many or too few is refused")
    func length() {
        let seed: UInt64 = 8
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let compact = Reference.make(random: random.next()).compact
            #expect(Reference(String(compact.dropLast())) == nil, "seed \(seed)")
            #expect(Reference(compact + "0") == nil, "seed \(seed)")
        }
    }
}
