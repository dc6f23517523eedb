/// Why a number cannot be what it was said to be. The message names the rule and what to do, and never the character
/// that would make it fit: a worker must go back to the source, since any of the characters may be the wrong one.
package enum IdentifierProblem: Error, Hashable, Sendable {
    case missing(IdentifierKind)
    /// Not the shape that numbers of this kind have.
    case form(IdentifierKind)
    /// The right shape, but the check character does not fit the rest.
    case checkCharacter(IdentifierKind)
    case yearAfterToday(IdentifierKind, year: Int)
    /// Typed without a slash, it fits with the year in two digits and in four.
    case yearUnclear(IdentifierKind)

    /// The kind of number that was asked for.
    package var kind: IdentifierKind {
        switch self {
        case .missing(let kind), .form(let kind), .checkCharacter(let kind), .yearAfterToday(let kind, _),
            .yearUnclear(let kind):
            kind
        }
    }

    /// Plain English, for beside the field.
    package var message: String {
        switch self {
        case .missing(let kind):
            "Enter the \(kind.title)."
        case .form(let kind):
            "\(kind.rule), for example \(kind.example). Check it against the source and type it again."
        case .checkCharacter(.nhs):
            "This is not a valid NHS number: its last digit does not fit the other nine, so one of the ten is wrong. "
                + "Check it against the source and type it again."
        case .checkCharacter(let kind):
            "This is not a valid \(kind.title): its last letter does not fit its digits, so one of them is wrong. "
                + "Check it against the source and type it again."
        case .yearAfterToday(let kind, let year):
            "A \(kind.title) starts with the year it was given, and \(year) has not come yet. Check the year."
        case .yearUnclear(let kind):
            "This \(kind.title) can be read with its year in two digits or in four. Type a slash after the year."
        }
    }
}

extension IdentifierKind {
    /// The shape of such a number, as the beginning of a sentence.
    fileprivate var rule: String {
        switch self {
        case .pnc: "A PNC number is a year in two or four digits, a slash, up to seven digits and a letter"
        case .cro:
            "A CRO number is up to six digits, a slash, a year in two digits and a letter, "
                + "or SF, the year, a slash, up to six digits and a letter"
        case .arrestSummons:
            "An arrest summons number is a year in two digits, a force, a unit and a system in two characters each, "
                + "eleven digits and a letter"
        case .prisonNumber: "A prison number is a letter, four digits and two letters"
        case .crn: "A CRN is a letter and six digits"
        case .nhs: "An NHS number is ten digits"
        case .custodyRecord:
            "A custody record number is the force’s two-digit code, a space and the number as the force writes it"
        }
    }

    /// A made-up number that passes its own check.
    package var example: String {
        switch self {
        case .pnc: "2001/0000123Y"
        case .cro: "000123/01P"
        case .arrestSummons: "0001ZD0100000000123E"
        case .prisonNumber: "A1234BC"
        case .crn: "X123456"
        case .nhs: "999 012 3454"
        case .custodyRecord: "31 CR/000123/01"
        }
    }
}
