import Foundation
import Testing

@testable import Domain

@Suite("Comparing names")
struct NameComparisonTests {
    @Test(
        "Search keys forget case, accents and punctuation",
        arguments: [
            ("Smith", "smith"), ("O’Brien", "obrien"), ("O'BRIEN", "obrien"), ("Smith-Jones", "smith jones"),
            ("  Smith   Jones ", "smith jones"), ("Zoë", "zoe"), ("ŁUKASZ", "lukasz"), ("Nguyễn", "nguyen"),
            ("Strauß", "strauss"), ("Þór", "thor"), ("Æsir", "aesir"), ("İpek", "ipek"), ("IŞIK", "isik"),
            ("J.R.", "j r"),
            ("Đorđe", "dorde"), ("Иван", "иван"), ("José 2", "jose 2"), ("", ""), ("-’-", ""), ("D’", "d"),
        ])
    func keys(_ text: String, _ key: String) {
        #expect(SearchKey.name(text) == key)
        #expect(SearchKey.name(key) == key)
    }

    @Test("Every composed Latin letter folds to what is left when its accents are taken off")
    func folding() throws {
        var folded = 0
        for value in [UInt32](0xC0...0x24F) + [UInt32](0x1E00...0x1EFF) {
            let scalar = try #require(Unicode.Scalar(value))
            let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
            guard let base = parts.first, base.isASCII, parts.count > 1 else { continue }
            #expect(SearchKey.name(String(scalar)) == String(base).lowercased(), "\(scalar)")
            folded += 1
        }
        #expect(folded > 450)
    }

    @Test(
        "Soundex keeps to its published examples",
        arguments: [
            ("Robert", "R163"), ("Rupert", "R163"), ("Ashcraft", "A261"), ("Ashcroft", "A261"), ("Tymczak", "T522"),
            ("Pfister", "P236"), ("Honeyman", "H555"), ("Jackson", "J250"), ("Lloyd", "L300"), ("Lee", "L000"),
            ("Gutierrez", "G362"), ("Washington", "W252"), ("O’Hara", "O600"), ("Van Deusen", "V532"),
            ("Müller", "M460"),
            ("Ckwsa", "C000"), ("Cakasa", "C220"),
        ])
    func soundex(_ name: String, _ code: String) {
        #expect(SearchKey.sound(name) == code)
    }

    @Test("A name without a Latin letter has no sound key", arguments: ["", "Иван", "123", "’"])
    func soundless(_ name: String) {
        #expect(SearchKey.sound(name) == nil)
    }

    @Test(
        "Jaro–Winkler keeps to its published examples",
        arguments: [
            ("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84),
            ("jellyfish", "smellyfish", 0.8963), ("abc", "xyz", 0), ("", "abc", 0), ("", "", 1), ("a", "a", 1),
            ("a", "b", 0), ("jones", "johnson", 0.8324),
        ])
    func jaroWinkler(_ left: String, _ right: String, _ similarity: Double) {
        #expect(abs(JaroWinkler.similarity(left, right) - similarity) < 0.0001)
        #expect(abs(JaroWinkler.similarity(right, left) - similarity) < 0.0001)
    }

    @Test(
        "Parts of names are alike in one of five ways",
        arguments: [
            ("smith", "smith", .same), ("smith", "smythe", .soundsAlike), ("catherine", "kathryn", .soundsAlike),
            ("sam", "s", .initial), ("s", "sam", .initial), ("samantha", "samamtha", .soundsAlike),
            ("jamieson", "jameison", .soundsAlike), ("williams", "willaims", .soundsAlike), ("lee", "joe", .different),
            ("example", "exampel", .soundsAlike), ("brand", "brandt", .soundsAlike), ("martin", "marvin", .speltAlike),
            ("smith", "patel", .different),
        ] as [(String, String, NameLikeness)])
    func likeness(_ left: String, _ right: String, _ likeness: NameLikeness) {
        #expect(NameLikeness(left, right) == likeness)
        #expect(NameLikeness(right, left) == likeness)
    }

    @Test("A part that is not known is no evidence")
    func unknown() {
        #expect(NameLikeness("", "smith") == nil)
        #expect(NameLikeness("smith", "") == nil)
    }
}
