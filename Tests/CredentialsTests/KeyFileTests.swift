import Testing

@testable import Credentials

@Suite("The key file")
struct KeyFileTests {
    private let a = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="
    private let b = "QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI="
    private let c = "Q0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0M="
    private let d = "RERERERERERERERERERERERERERERERERERERERERERE"

    @Test("A ring is written and read back the same")
    func roundTrip() throws {
        let ring = try #require(KeyRing.fresh(.seeded(4)).renewing(.sealing, .seeded(5)))
        let text = KeyFile.write(ring)
        let read = try KeyFile.read(text)
        #expect(KeyFile.write(read) == text)
        #expect(read.names.map(\.description) == ["sealing-1", "checkpoint-1", "form-1", "sealing-2"])
        #expect(read.currentName(.sealing).description == "sealing-2")
    }

    @Test("Notes, blank lines and Windows line ends are let pass")
    func notes() throws {
        let text = "# keys of the demo\r\n\r\nsealing-1 \(a)\r\ncheckpoint-3 \(b)\r\nform-1 \(c)\r\n"
        let ring = try KeyFile.read(text)
        #expect(ring.checkpointSeed(ring.currentName(.checkpoint)) == [UInt8](repeating: 0x42, count: 32))
        #expect(ring.checkpointSeed(ring.currentName(.sealing)) == nil)
        #expect(try ring.checkpointSeed(#require(KeyName("checkpoint-1"))) == nil)
    }

    @Test("Each mistake is refused with its line and a sentence, and no key in it")
    func mistakes() throws {
        let one = try #require(KeyName("sealing-1"))
        let cases: [(String, KeyFileError)] = [
            ("sealing-1", .notTwoWords(line: 1)),
            ("# note\nsealing-1  \(a)", .notTwoWords(line: 2)),
            ("sealing-1 \(a) ", .notTwoWords(line: 1)),
            ("sealing \(a)", .unknownName(line: 1)),
            ("sealing-01 \(a)", .unknownName(line: 1)),
            ("sealing-0 \(a)", .unknownName(line: 1)),
            ("csrf-1 \(a)", .unknownName(line: 1)),
            ("sealing-1 \(a.dropLast())", .notBase64(line: 1)),
            ("sealing-1 \(a)=", .notBase64(line: 1)),
            ("sealing-1 \(d)", .wrongLength(line: 1, bytes: 33)),
            ("sealing-1 QUFB", .wrongLength(line: 1, bytes: 3)),
            ("sealing-1 \(a)\nsealing-1 \(b)", .twice(line: 2, name: one)),
            ("sealing-1 \(a)\nform-1 \(a)", .sameKey(line: 2, as: one)),
            ("sealing-1 \(a)\nform-1 \(b)", .missing(.checkpoint)),
            ("", .missing(.sealing)),
        ]
        for (text, error) in cases {
            #expect(throws: error, "\(text)") { try KeyFile.read(text) }
            #expect(error.message.hasSuffix(".") && !error.message.contains(a))
        }
    }

    @Test("Printing a ring names its keys and no more")
    func hidden() throws {
        let ring = try KeyFile.read("sealing-1 \(a)\ncheckpoint-1 \(b)\nform-1 \(c)")
        var dumped = ""
        dump(ring, to: &dumped)
        #expect("\(ring)" == "KeyRing(sealing-1, checkpoint-1, form-1)")
        #expect(!dumped.contains("secret"))
    }
}
