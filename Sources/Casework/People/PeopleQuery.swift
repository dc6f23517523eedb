package import Domain
import Store

/// What somebody typed to find a person, or to say who a new person is.
package struct PeopleQuery: Sendable, Hashable {
    package var family: String
    package var given: String
    package var born: Day?
    /// Where the date of birth is not known: an age, or a year.
    package var estimatedBirth: BirthDate?
    /// Numbers of any kind, or a person's reference, as typed.
    package var numbers: [String]

    package init(
        family: String = "", given: String = "", born: Day? = nil, estimatedBirth: BirthDate? = nil,
        numbers: [String] = []
    ) {
        self.family = family.trimmed
        self.given = given.trimmed
        self.born = born
        self.estimatedBirth = estimatedBirth
        self.numbers = numbers.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// What the answers to an identification say, by the facts its fields state.
    package init(_ answers: [String: Answer], type: RecordType, today: Day) {
        self.init()
        for field in type.fields {
            guard let fact = field.fact, let answer = answers[field.id] else { continue }
            switch (fact, answer) {
            case (.familyName, .text(let text)): family = text.trimmed
            case (.givenName, .text(let text)): given = text.trimmed
            case (.birthDate, .day(let day)): born = day
            case (.estimatedAge, .number(let years)):
                estimatedBirth = .aged(years: Int(years.thousandths / 1_000), on: today)
            case (_, .text(let text)) where IdentifierKind(fact: fact) != nil: numbers.append(text.trimmed)
            default: break
            }
        }
    }

    /// Whether there is nothing to search by. An estimated age alone would find half the town.
    package var isEmpty: Bool { family.isEmpty && given.isEmpty && born == nil && numbers.isEmpty }

    /// The numbers that are one of a known kind, in their canonical forms. A number may pass the check of more than one.
    func identifiers(today: Day) -> Set<Identifier> {
        Set(numbers.flatMap { Self.readings(of: $0, today: today) })
    }

    /// The number that can only be of the kind a fact states, in its canonical form; nil where none is. One that passes
    /// the check of several kinds is nobody's to guess.
    package func number(stating fact: PersonFact, today: Day) -> String? {
        guard let kind = IdentifierKind(fact: fact) else { return nil }
        return numbers.lazy.map { Self.readings(of: $0, today: today) }
            .first { $0.map(\.kind) == [kind] }?.first?.value
    }

    private static func readings(of number: String, today: Day) -> [Identifier] {
        IdentifierKind.allCases.compactMap { kind in
            if case .success(let identifier) = kind.check(number, today: today) { identifier } else { nil }
        }
    }

    func wanted(today: Day) -> PersonSearch.Wanted {
        // What passes no check is looked for as it was typed.
        let values = Set(identifiers(today: today).map(\.value)).union(numbers)
        return PersonSearch.Wanted(
            family: SearchKey.name(family), given: SearchKey.name(given), familySound: SearchKey.sound(family) ?? "",
            bornOn: born, identifiers: values.sorted(),
            reference: numbers.lazy.compactMap { Reference($0)?.compact }.first)
    }
}
