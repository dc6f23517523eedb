/// Rules of the house that a reader of one file cannot see, each with what breaks it.
enum HouseRules {
    /// Words that start a statement of SQL, in a string.
    static func holdsSQL(_ line: some StringProtocol) -> Bool {
        let statements = [
            "SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "CREATE INDEX ", "DROP TABLE ",
            "PRAGMA ",
        ]
        let trimmed = line.drop { $0 == " " || $0 == "\"" }
        return statements.contains { trimmed.hasPrefix($0) || line.contains("\"" + $0) }
    }

    /// Raw markup, which escapes nothing.
    static func makesRawMarkup(_ line: some StringProtocol) -> Bool {
        line.contains("HTML(verbatim:")
    }

    /// Ways to drop an error or to stop the program that have no place in `Sources`.
    static func dropsErrors(_ line: some StringProtocol) -> Bool {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return ["try?", "try!", "as!", "fatalError("].contains { word in
            code.ranges(of: word).contains { place in
                // "entry?" is no "try?".
                place.lowerBound == code.startIndex || !code[code.index(before: place.lowerBound)].isLetter
            }
        }
    }

    /// Names that say nothing.
    static let emptyNames = ["Manager", "Helper", "Util", "Service", "Impl", "Base", "Info"]

    /// Type declarations whose name ends in a word that says nothing.
    static func declaresEmptyName(_ line: some StringProtocol) -> Bool {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        guard let place = words.firstIndex(where: { ["struct", "class", "enum", "actor", "protocol"].contains($0) }),
            place + 1 < words.count
        else { return false }
        return emptyNames.contains { words[place + 1].hasSuffix($0) }
    }
}
