/// What is wrong with a password somebody chose.
package enum PasswordProblem: Sendable, Equatable {
    /// Fewer characters than `PasswordRules.shortest`.
    case tooShort(shortest: Int)

    /// More characters than `PasswordRules.longest`.
    case tooLong(longest: Int)

    /// On the list of common passwords, or one of them with up to eight digits or signs around it.
    case common

    /// One short piece over and over, or characters that follow each other.
    case pattern

    /// The person's own name or email address, with little else.
    case ownName

    /// The rule, in words for the person choosing.
    package var message: String {
        switch self {
        case .tooShort(let shortest):
            "Your password must be at least \(shortest) characters long. Three or four words work well."
        case .tooLong(let longest):
            "Your password must be \(longest) characters or fewer."
        case .common:
            "Your password must not be a common password, even with numbers added. It would be guessed early."
        case .pattern:
            "Your password must not be a repeated piece or a run of characters, such as 123412341234 or abcdefghijkl."
        case .ownName:
            "Your password must not be your own name or email address with a little added."
        }
    }
}
