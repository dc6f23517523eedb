/// What a chosen password must be: long, and not among the first guesses.
///
/// No rule asks for capitals, digits or signs: those make passwords harder to remember and no harder to guess
/// (OWASP ASVS 5.0.0, 6.2.1 to 6.2.5; NIST SP 800-63B). Length is counted in Unicode code points.
package enum PasswordRules {
    /// The fewest code points.
    package static let shortest = 12

    /// The most code points. Bounds what the hash must read; nobody types more.
    package static let longest = 128

    /// How many characters must be left once guessable parts are taken away: one more than a date of birth has.
    private static let enoughLeft = 9

    /// Every rule the password breaks, or nothing.
    ///
    /// `names` are the person's names as written ("Ann Smith"), `email` their address; either may be empty.
    package static func problems(in password: String, names: [String], email: String) -> [PasswordProblem] {
        var problems: [PasswordProblem] = []
        let length = password.unicodeScalars.count
        if length < shortest { problems.append(.tooShort(shortest: shortest)) }
        if length > longest { return problems + [.tooLong(longest: longest)] }
        if isCommon(password) { problems.append(.common) }
        if length > 1, isPattern(Array(password.lowercased().unicodeScalars)) { problems.append(.pattern) }
        if isOwnName(password, names: names, email: email) { problems.append(.ownName) }
        return problems
    }

    private static func isCommon(_ password: String) -> Bool {
        if CommonPasswords.contains(password) { return true }
        guard let first = password.firstIndex(where: \.isLetter), let last = password.lastIndex(where: \.isLetter)
        else {
            return false
        }
        let core = password[first...last]
        return password.count - core.count < enoughLeft && CommonPasswords.contains(core)
    }

    private static func isPattern(_ characters: [Unicode.Scalar]) -> Bool {
        let isRepeated = (1...max(1, characters.count / 2)).contains { period in
            characters.dropFirst(period).elementsEqual(characters.dropLast(period))
        }
        let steps = zip(characters.dropFirst(), characters).map { Int($0.value) - Int($1.value) }
        let isRising = steps.allSatisfy { $0 == 1 || $0 == -9 }  // -9 is from 9 to 0
        let isFalling = steps.allSatisfy { $0 == -1 || $0 == 9 }
        return isRepeated || isRising || isFalling
    }

    /// Parts of fewer than three letters are not looked for: they stand in too many words.
    private static func isOwnName(_ password: String, names: [String], email: String) -> Bool {
        let isWord = { (character: Character) in character.isLetter || character.isNumber }
        let parts = (names + [email]).flatMap { $0.lowercased().split { !isWord($0) }.map { String($0) } }
            .filter { $0.count >= 3 }
            .sorted { $0.count > $1.count }
        var rest = password.lowercased().filter(isWord)
        let before = rest.count
        for part in parts {
            rest = removing(part, from: rest)
        }
        return rest.count < before && rest.count < enoughLeft
    }

    private static func removing(_ part: String, from text: String) -> String {
        var kept = ""
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix(part) {
                rest = rest.dropFirst(part.count)
            } else {
                kept.append(first)
                rest = rest.dropFirst()
            }
        }
        return kept
    }
}
