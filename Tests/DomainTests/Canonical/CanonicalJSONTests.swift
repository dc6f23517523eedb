import Testing

@testable import Domain

@Suite struct CanonicalJSONTests {
    @Test("What is canonical is read and written back byte for byte")
    func roundTrip() throws {
        let texts = [
            "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "\"\"", "[]", "{}",
            #""quote \" backslash \\ \b\t\n\f\r \u0000\u001f /""#, "\"caf\u{E9} cafe\u{301} \u{1F642} \u{7F}\u{2028}\"",
            #"[1,[2,[]],{"a":{"b":null}}]"#, #"{"":1,"A":2,"a":3,"aa":4,"é":5,"🙂":6}"#,
            String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
        ]
        for text in texts { #expect(try CanonicalJSON.parse(text).text == text) }
    }

    @Test(
        "What would have been written otherwise is refused",
        arguments: [
            "", " ", "1 ", " 1", "[1, 2]", "{\"a\" :1}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "01", "-0", "+1",
            "1.0",
            "1e3", "9223372036854775808", "-9223372036854775809", "-", "NaN", "True", "nul", "tru", "'a'", "\"a",
            "\"\\/\"",
            #""\u0041""#, #""\u000a""#, #""\u001F""#, #""\u00e9""#, #""\ud83d\ude42""#, "\"\t\"", "\"\n\"", "[1,]",
            "[,1]",
            "[1", "{", "{\"a\"}", "{\"a\":}", "{a:1}", "{1:1}", "{\"a\":1,}", "[]]", "{}{}", "null\n", "\u{FEFF}1",
            "\"\\",
            "{\"é\":1,\"z\":2}", "\"\\u00", "1_0", "0x1", "--1",
        ])
    func refusals(text: String) {
        #expect(throws: NotCanonical.self) { try CanonicalJSON.parse(text) }
    }

    @Test("Bytes that are not UTF-8 are refused")
    func notUTF8() {
        let sequences: [[UInt8]] = [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]]
        for bytes in sequences {
            #expect(throws: NotCanonical.self) { try CanonicalJSON.parse([0x22] + bytes + [0x22]) }
        }
    }

    @Test("The limits of size and depth hold, to the byte and to the level")
    func limits() throws {
        let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        #expect(throws: NotCanonical(place: 64)) { try CanonicalJSON.parse(deep) }
        let four = CanonicalJSONLimits(byteCount: 4, depth: 1)
        #expect(try CanonicalJSON.parse("[10]", limits: four) == [10])
        #expect(throws: NotCanonical.self) { try CanonicalJSON.parse("[100]", limits: four) }
        #expect(throws: NotCanonical.self) { try CanonicalJSON.parse("[[]]", limits: four) }
    }

    @Test("Keys are put in the order of their bytes, and two Unicode forms of one word are two keys")
    func keys() {
        let value: CanonicalJSON = ["\u{1F642}": 1, "b": 2, "\u{FF5E}": 3, "a": 4, "e\u{301}": 5, "\u{E9}": 6, "a": 7]
        #expect(value.text == "{\"a\":7,\"b\":2,\"e\u{301}\":5,\"\u{E9}\":6,\"\u{FF5E}\":3,\"\u{1F642}\":1}")
        #expect(value["\u{E9}"] == 6 && value["e\u{301}"] == 5 && value["c"] == nil)
        #expect(CanonicalJSON.string("\u{E9}") != CanonicalJSON.string("e\u{301}"))
    }

    @Test("Whatever value is written is read back as itself", arguments: [UInt64(11)])
    func randomValues(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let value = Self.value(depth: 4, &random)
            #expect(try CanonicalJSON.parse(value.bytes) == value, "seed \(seed)")
        }
    }

    @Test("No change of one byte is read as the same value", arguments: [UInt64(12)])
    func randomChanges(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<5_000 {
            let bytes = Self.value(depth: 3, &random).bytes
            var changed = bytes
            changed[random.number(below: bytes.count)] ^= 1 << UInt8(random.number(below: 8))
            do {
                #expect(try CanonicalJSON.parse(changed).bytes == changed, "seed \(seed)")
            } catch {
                #expect(error.place <= changed.count, "seed \(seed)")
            }
        }
    }

    private static func value(depth: Int, _ random: inout SeededRandom) -> CanonicalJSON {
        switch random.number(below: depth > 0 ? 6 : 4) {
        case 0: return .null
        case 1: return .bool(random.number(below: 2) == 0)
        case 2: return .integer(Int64(truncatingIfNeeded: random.next()) >> Int64(random.number(below: 64)))
        case 3: return .string(text(&random))
        case 4: return .array((0..<random.number(below: 4)).map { _ in value(depth: depth - 1, &random) })
        default:
            return .object(
                CanonicalObject(
                    (0..<random.number(below: 5)).map { _ in (text(&random), value(depth: depth - 1, &random)) }))
        }
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "\"", "\\", "\n", "\u{1}", "é", "\u{301}", "🙂", "\u{2028}", "/", "0",
        ]
        var text = ""
        for _ in 0..<random.number(below: 8) {
            text.unicodeScalars.append(scalars[random.number(below: scalars.count)])
        }
        return text
    }
}

extension SeededRandom {
    fileprivate mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
