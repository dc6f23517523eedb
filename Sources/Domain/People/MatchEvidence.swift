/// One reason to think that two records are, or are not, of one person.
///
/// It names no value, only what kind of thing agrees, so that it can be shown beside a record whose details cannot.
package enum MatchEvidence: Hashable, Sendable {
    case sameIdentifier(IdentifierKind)
    /// Each has an NHS number, and they differ: a person has one.
    case differentNHSNumbers
    case birth(BirthLikeness)
    case familyName(NameLikeness)
    case givenName(NameLikeness)
    /// The given name of one is the family name of the other, both ways.
    case namesSwapped

    /// Points for (above zero) or against (below zero) the two being one person. Set so that a number alone, or a
    /// whole name and a birth date together, reach ``LikelyMatch``'s highest step; that twins stay below "likely";
    /// and that no name reaches "likely" by itself.
    package var weight: Int {
        switch self {
        case .sameIdentifier(let kind): MatchEvidence.weight(of: kind)
        case .differentNHSNumbers: -40
        case .birth(let likeness): MatchEvidence.weight(of: likeness)
        case .familyName(let likeness): MatchEvidence.weight(ofFamily: likeness)
        case .givenName(let likeness): MatchEvidence.weight(ofGiven: likeness)
        case .namesSwapped: 35
        }
    }

    /// Without a capital or a full stop, for joining with others: "same date of birth".
    package var text: String {
        switch self {
        case .sameIdentifier(let kind): "same \(kind.title)"
        case .differentNHSNumbers: "different NHS numbers"
        case .birth(.same): "same date of birth"
        case .birth(.dayAndMonthSwapped): "date of birth with day and month the other way round"
        case .birth(.oneDigitApart): "date of birth differs in one digit"
        case .birth(.estimateFits): "age or year of birth fits"
        case .birth(.different): "different date of birth"
        case .familyName(let likeness): likeness.text(of: "family name")
        case .givenName(let likeness): likeness.text(of: "given name")
        case .namesSwapped: "given and family name the other way round"
        }
    }

    private static func weight(of kind: IdentifierKind) -> Int {
        switch kind {
        case .pnc, .cro, .prisonNumber, .crn, .nhs: 100
        // These name an arrest or a detention, and are easily copied onto the wrong person of several.
        case .arrestSummons, .custodyRecord: 60
        }
    }

    private static func weight(of likeness: BirthLikeness) -> Int {
        switch likeness {
        case .same: 40
        case .dayAndMonthSwapped: 25
        case .oneDigitApart: 20
        case .estimateFits: 10
        case .different: -30
        }
    }

    private static func weight(ofFamily likeness: NameLikeness) -> Int {
        switch likeness {
        case .same: 30
        case .soundsAlike, .speltAlike: 20
        case .initial: 5
        // Family names change, with marriage above all.
        case .different: -10
        }
    }

    private static func weight(ofGiven likeness: NameLikeness) -> Int {
        switch likeness {
        case .same: 25
        case .soundsAlike, .speltAlike: 15
        case .initial: 5
        case .different: -20
        }
    }
}

extension NameLikeness {
    fileprivate func text(of part: String) -> String {
        switch self {
        case .same: "same \(part)"
        case .soundsAlike: "\(part) sounds alike"
        case .speltAlike: "\(part) is spelt alike"
        case .initial: "initial of the \(part) fits"
        case .different: "different \(part)"
        }
    }
}
