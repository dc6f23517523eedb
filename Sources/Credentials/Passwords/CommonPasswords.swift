/// Passwords that guessers try first.
///
/// 3,200 entries in lower case of eight characters or more: every one of twelve or more, then the most frequent, in the
/// frequency lists that the password-strength library zxcvbn (Python release 4.5.0, MIT) and the web framework Django
/// (4.2, BSD) ship, both counted from published leaks. Coarse words are left out; the rule on length already keeps out
/// all but a few of those.
enum CommonPasswords {
    /// All entries.
    static let all: Set<Substring> = Set(
        (toI.split(whereSeparator: \.isWhitespace)) + (fromJ.split(whereSeparator: \.isWhitespace)))

    /// Whether `password` is an entry, in whatever case it was typed.
    static func contains(_ password: some StringProtocol) -> Bool {
        all.contains(Substring(password.lowercased()))
    }
}
