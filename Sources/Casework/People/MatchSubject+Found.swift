import Domain
import Store

extension MatchSubject {
    /// What was typed, as somebody to compare with.
    init(_ query: PeopleQuery) {
        self.init(
            names: [PersonName(given: query.given, family: query.family)].compactMap { $0 },
            birth: query.born.map(BirthDate.day))
    }

    /// A person found, as far as the viewer may see who they are.
    init(_ person: FoundPerson) {
        let birth = person.bornOn.flatMap { Day($0) }.map(BirthDate.day) ?? person.estimatedYear.map(BirthDate.year)
        let known = person.knownAs.isEmpty ? nil : person.knownAs
        self.init(
            names: [PersonName(given: person.given, family: person.family, knownAs: known)].compactMap { $0 },
            birth: birth)
    }
}

extension FoundPerson {
    /// "Example, Robin (Rob)": as lists show it.
    package var listed: String {
        let name = [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
        return knownAs.isEmpty ? name : "\(name) (\(knownAs))"
    }

    /// "Robin Example": as a heading shows it.
    package var full: String { [given, family].filter { !$0.isEmpty }.joined(separator: " ") }

    /// "2 May 1985" or "about 1985"; empty when unknown.
    package var born: String {
        if let day = bornOn.flatMap({ Day($0) }) { return day.text }
        return estimatedYear.map { "about \($0)" } ?? ""
    }
}
