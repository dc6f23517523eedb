import Testing

@testable import Credentials

@Suite("What a password must be")
struct PasswordRulesTests {
    private func problems(_ password: String) -> [PasswordProblem] {
        PasswordRules.problems(in: password, names: ["Bryony Testcase"], email: "b.testcase@probation.example")
    }

    @Test(
        "Long and unlike the first guesses is all that is asked",
        arguments: [
            "walnut harbour kettle", "correct horse battery staple", "xkqvjzwpmgty", "ünïcödé wörds", "73910284756183",
            "sunflower-83927164501", String(repeating: "ab cd ef gh ij kl ", count: 7) + "z!",
        ])
    func accepted(password: String) {
        #expect(problems(password) == [])
    }

    @Test("Eleven code points are too few and 129 too many, whatever their bytes")
    func length() {
        #expect(problems("xkqvjzwpmgt") == [.tooShort(shortest: 12)])
        #expect(problems("äöüéèñçßøåæ") == [.tooShort(shortest: 12)])
        #expect(problems("äöüéèñçßøåæþ") == [])
        #expect(problems("") == [.tooShort(shortest: 12)])
        #expect(problems("q" + String(repeating: "z", count: 128)) == [.tooLong(longest: 128)])
    }

    @Test(
        "Common passwords are refused in any case and with a little added",
        arguments: [
            "manchesterunited", "ManchesterUnited", "password1234", "Password1234!", "!!princess2024", "1q2w3e4r5t6y",
            "qwertyuiop123", "liverpool01011990",
        ])
    func common(password: String) {
        #expect(problems(password).contains(.common))
    }

    @Test(
        "Repeated pieces and runs are refused",
        arguments: [
            "aaaaaaaaaaaa", "123412341234", "zebrazebrazebra", "abcdefghijkl", "zyxwvutsrqpo", "890123456789",
            "AbAbAbAbAbAb",
            "321098765432",
        ])
    func pattern(password: String) {
        #expect(problems(password).contains(.pattern))
    }

    @Test(
        "The person's own name or address is refused with a little added, but may stand among other words",
        arguments: [
            ("bryonytestcase", true), ("Testcase-1985!", true), ("bryony19850314", true),
            ("b.testcase@probation", true),
            ("bryony likes walnuts", false), ("testcase of walnut wood", false),
        ])
    func ownName(password: String, isRefused: Bool) {
        #expect(problems(password).contains(.ownName) == isRefused)
    }

    @Test("Somebody without name or address on file can still choose")
    func nobody() {
        #expect(PasswordRules.problems(in: "walnut harbour", names: [""], email: "") == [])
    }

    @Test("All that is wrong is said at once, and each names its rule in words")
    func allAtOnce() {
        #expect(problems("testcase") == [.tooShort(shortest: 12), .ownName])
        #expect(problems("11111111") == [.tooShort(shortest: 12), .common, .pattern])
        let all: [PasswordProblem] = [.tooShort(shortest: 12), .tooLong(longest: 128), .common, .pattern, .ownName]
        for problem in all {
            #expect(problem.message.hasPrefix("Your password must"))
        }
        #expect(PasswordProblem.tooShort(shortest: 12).message.contains("12"))
        #expect(PasswordProblem.tooLong(longest: 128).message.contains("128"))
    }

    @Test("The list of common passwords has over 3,000 entries, each once, in lower case, of eight or more")
    func list() {
        let entries = (CommonPasswords.toI + "\n" + CommonPasswords.fromJ).split(whereSeparator: \.isWhitespace)
        #expect(entries.count >= 3_000)
        #expect(CommonPasswords.all.count == entries.count)
        #expect(entries.allSatisfy { $0.count >= 8 && $0.lowercased() == $0 && $0.utf8.allSatisfy { $0 < 127 } })
        #expect(entries == entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
