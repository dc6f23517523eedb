import Testing

@testable import SchemeFiles

struct FuzzTests {
    /// Four runs of 5,000, so that two cores share them.
    @Test(
        "However its files are spoilt, a scheme gives definitions or diagnostics, and soon",
        arguments: [11, 12, 13, 14])
    func mutations(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let scheme = WrittenScheme.first.folder
        let clock = ContinuousClock()
        var slowest = Duration.zero
        var readable = 0
        for round in 0..<5_000 {
            var folder = scheme
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let position = Int.random(in: 0..<folder.files.count, using: &random)
                let donor = folder.files.randomElement(using: &random)?.bytes ?? []
                folder.files[position].bytes = Mutation.random(&random).apply(
                    to: folder.files[position].bytes, donor, &random)
            }
            let start = clock.now
            let loaded = SchemeReading.read(folder, digest: WrittenScheme.digest) { SchemeFolder(path: $0, files: []) }
            let took = clock.now - start
            slowest = max(slowest, took)
            let isAnswered = loaded.diagnostics.hasErrors || loaded.schemes.count == 1
            try #require(isAnswered, "seed \(seed), round \(round)")
            try #require(took < .seconds(5), "seed \(seed), round \(round)")
            if !loaded.diagnostics.hasErrors {
                readable += 1
                // What was let through must also run.
                let (scenarios, _) = ScenarioReading.read(loaded)
                _ = ScenarioRun(scenarios, definitions: loaded.definitions)
            }
        }
        #expect(readable > 100, "seed \(seed): hardly any mutation was harmless, so little was tried beyond the parser")
        #expect(readable < 4_000, "seed \(seed): hardly any mutation was noticed")
    }
}

/// One way of spoiling a file.
private enum Mutation: CaseIterable {
    case flip, delete, duplicate, swapLines, indent, insert, cut, splice, word, number

    static func random(_ random: inout SeededRandom) -> Mutation { allCases.randomElement(using: &random) ?? .flip }

    private static let pieces = [
        "&a ", "*a", "!!x ", "<<: ", "[", "{", "]", "}", "- - - ", "? ", ": ", "'", "\"", "|\n", "\t", "\0", "\r", "~",
        "null",
        "always", "9999999999999999999", "-1", "0 days", "100000 hours", "{all: []}", "[[[[[[[[", "é", "\u{2028}",
        "core/x", "yes",
    ]

    func apply(to bytes: [UInt8], _ donor: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        guard bytes.count > 2 else { return donor }
        var bytes = bytes
        let place = Int.random(in: 0..<bytes.count - 1, using: &random)
        let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let (one, other) = (
            Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random)
        )
        switch self {
        case .flip: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case .delete: bytes.removeSubrange(place..<place + length)
        case .duplicate: lines.insert(lines[one], at: other)
        case .swapLines: lines.swapAt(one, other)
        case .indent: lines[one] = Array(repeating: 0x20, count: Int.random(in: 1...12, using: &random)) + lines[one]
        case .insert: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
        case .cut: bytes.removeSubrange(place...)
        case .splice: bytes.replaceSubrange(place..<place + length, with: donor.dropFirst(place).prefix(length * 4))
        case .word: return Self.replaceWord(bytes, &random)
        case .number: return Self.replaceNumber(bytes, &random)
        }
        switch self {
        case .duplicate, .swapLines, .indent: return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        default: return bytes
        }
    }

    /// One word of the file in place of another: mostly harmless to the parser, and so a test of the checks.
    private static func replaceWord(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        var changed = words
        changed[Int.random(in: 0..<words.count, using: &random)] = words.randomElement(using: &random) ?? ""
        return Array(changed.joined(separator: " ").utf8)
    }

    private static func replaceNumber(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard let place = digits.randomElement(using: &random) else { return bytes }
        var bytes = bytes
        let digits2 = String(UInt32.random(in: 0...UInt32.max, using: &random)).prefix(
            Int.random(in: 1...9, using: &random))
        bytes.replaceSubrange(place...place, with: digits2.utf8)
        return bytes
    }
}
