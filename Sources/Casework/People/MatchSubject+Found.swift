package import Domain
package import Store

extension MatchSubject {
    /// What was typed, as somebody to compare with.
    init(_ query: PeopleQuery, today: Day) {
        self.init(
            names: [PersonName(given: query.given, family: query.family)].compactMap { $0 },
            birth: query.born.map(BirthDate.day) ?? query.estimatedBirth, identifiers: query.identifiers(today: today))
    }

    /// A person found, as far as the viewer may see who they are.
    init(_ person: PersonDetails, today: Day) {
        let head = person.head
        let birth = head.bornOn.flatMap { Day($0) }.map(BirthDate.day) ?? head.estimatedYear.map(BirthDate.year)
        let identifiers = person.identifiers.compactMap { held -> Identifier? in
            guard case .success(let identifier) = held.kind.check(held.value, today: today) else { return nil }
            return identifier
        }
        self.init(names: person.names, birth: birth, identifiers: Set(identifiers))
    }
}

extension FoundPerson {
    /// "Example, Robin (Rob)": as lists show it; the reference of somebody of whom no name may be seen.
    package var listed: String {
        let name = [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
        if name.isEmpty && knownAs.isEmpty { return Reference(subject)?.text ?? subject }
        return knownAs.isEmpty || knownAs == given ? name : "\(name) (\(knownAs))"
    }

    /// "Robin Example": as a heading shows it.
    package var full: String {
        let name = [given, family].filter { !$0.isEmpty }.joined(separator: " ")
        return name.isEmpty ? listed : name
    }

    /// "2 May 1985" or "about 1985"; empty when unknown.
    package var born: String {
        if let day = bornOn.flatMap({ Day($0) }) { return day.text }
        return estimatedYear.map { "about \($0)" } ?? ""
    }

    /// Age in completed years on a day; nil unless the date of birth is known.
    package func age(on day: Day) -> Int? { bornOn.flatMap { Day($0) }?.completedYears(on: day) }
}
