import Markup
import Testing

@testable import Web

@Suite struct FormFieldsTests {
    private func read(_ text: String) throws -> FormFields { try FormFields(query: text) }

    @Test("Fields keep their order, and escapes and plus signs are read")
    func order() throws {
        let form = try read("b=2&a=1+1&b=%C3%A9%26&empty=&alone")
        #expect(form.fields.map(\.name) == ["b", "a", "b", "empty", "alone"])
        #expect(form.fields.map(\.value) == ["2", "1 1", "é&", "", ""])
        #expect(form.names == ["b", "a", "empty", "alone"])
        #expect(form.has("alone"))
        #expect(!form.has("absent"))
    }

    @Test("A field that comes twice is read by its first value")
    func pollution() throws {
        let form = try read("role=reader&role=administrator")
        #expect(form.line("role") == "reader")
        #expect(form.text("role") == "reader")
        #expect(form.secret("role") == "reader")
        #expect(form.all("role") == ["reader", "administrator"])
    }

    @Test("A line has no space around it and no line end in it; text keeps its lines; a secret keeps everything")
    func shapes() throws {
        let form = try read("x=%20%20one%0D%0Atwo%20")
        #expect(form.line("x") == "one two")
        #expect(form.text("x") == "one\ntwo")
        #expect(form.secret("x") == "  one\ntwo ")
    }

    @Test("A percent sign that begins no escape stands for itself")
    func percent() throws {
        #expect(try read("a=100%&b=%4&c=%zz").fields.map(\.value) == ["100%", "%4", "%zz"])
    }

    @Test("A control character is a problem beside its field")
    func spoilt() throws {
        let form = try read("name=An%00n&other=fine")
        #expect(form.problems.map(\.boxID) == ["name"])
        #expect(form.line("name") == "An\u{FFFD}n")
    }

    @Test("A thousand fields are read and one more is refused")
    func tooMany() throws {
        let most = Array(repeating: "a=1", count: 1_000).joined(separator: "&")
        #expect(try read(most).fields.count == 1_000)
        #expect(throws: FormRefusal.tooManyFields) { try read(most + "&a=1") }
    }

    @Test("The digest of a form leaves out its tokens and tells any other change")
    func digest() throws {
        let one = try #require(try read("a=1&b=2&csrf=x&once=k").key)
        let same = try #require(try read("a=1&b=2&csrf=y&once=k").key)
        let moved = try #require(try read("a=1b=2&csrf=x&once=k").key)
        #expect(one.name == "k")
        #expect(one.bodyDigest == same.bodyDigest)
        #expect(one.bodyDigest != moved.bodyDigest)
        #expect(try read("a=1").key == nil)
        var elsewhere = try read("a=1&b=2&csrf=x&once=k")
        elsewhere.address = "POST /diary/times"
        #expect(try #require(elsewhere.key).bodyDigest != one.bodyDigest)
    }

    @Test("No bytes make the parsers stop the program", arguments: [UInt64(1), 2, 3])
    func anything(seed: UInt64) {
        let words = SeededWords(seed: seed)
        let alphabet = Array("&=%+\r\n-\"; :ab0F\u{0}".utf8) + [0xFF, 0xC3]
        for round in 0..<2_000 {
            let length = Int(words.next() % 60)
            let bytes = (0..<length).map { _ in alphabet[Int(words.next() % UInt64(alphabet.count))] }
            do {
                _ = try FormFields(urlEncoded: bytes)
                let body =
                    Array("--b\r\nContent-Disposition: form-data; name=\"".utf8) + bytes + Array("\r\n--b--".utf8)
                _ = try MultipartForm(boundary: "b").read(body)
            } catch {
                #expect(error == .malformed || error == .tooManyFields, "seed \(seed), round \(round)")
            }
        }
    }
}
