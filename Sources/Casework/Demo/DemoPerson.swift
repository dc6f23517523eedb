import Domain

/// Somebody who does not exist, as a story finds them.
struct DemoPerson {
    let id: String
    var random: SeededRandom
    let facts: [PersonFact: Answer]
    /// By part of the cast, who plays it in this person's life.
    var played: [String: String] = [:]
    /// Record types and agencies that have recorded them already.
    var recorded: Set<String> = []
    var told: [DemoTold] = []

    /// What others of the demonstration may be mistaken for.
    struct Likeness {
        var family: String
        var given: String
        var sex: Answer?
        var born: Day?
    }

    var likeness: Likeness {
        var born: Day?
        if case .day(let day)? = facts[.birthDate] { born = day }
        return Likeness(
            family: facts[.familyName]?.codes.first ?? "", given: facts[.givenName]?.codes.first ?? "",
            sex: facts[.sex], born: born)
    }
}

/// An event of a story with the moment at which somebody wrote it down.
struct DemoTold {
    var event: Event
    /// When it is known here: for a correction that is later than what it corrects.
    var at: Instant
}

/// Draws the facts about a person.
struct DemoFacts {
    let names: DemoNames
    /// The day they are first met.
    let day: Day

    /// - Parameter like: somebody else whose record this one is to look like.
    func draw(
        _ profile: DemoProfile, like other: DemoPerson.Likeness?, _ random: inout SeededRandom
    ) -> [PersonFact: Answer] {
        var facts: [PersonFact: Answer] = [:]
        // The sex first: a given name goes with it.
        let inOrder = profile.facts.filter { $0.fact == .sex } + profile.facts.filter { $0.fact != .sex }
        for (fact, source) in inOrder {
            if let answer = answer(fact, source, facts, &random) { facts[fact] = answer }
        }
        if let other { resemble(other, &facts, &random) }
        return facts
    }

    private func answer(
        _ fact: PersonFact, _ source: DemoFact, _ facts: [PersonFact: Answer], _ random: inout SeededRandom
    ) -> Answer? {
        switch source {
        case .name where fact == .familyName: return random.one(of: names.family).map(Answer.text)
        case .name: return given(facts[.sex], &random).map(Answer.text)
        case .otherName:
            guard let given = given(facts[.sex], &random), let family = random.one(of: names.family) else { return nil }
            return .text(given + " " + family)
        case .age(let years):
            let age = random.number(in: years)
            return .day(day.adding(years: -age).adding(days: -random.number(in: 1...360)))
        case .identifier: return IdentifierKind(fact: fact).flatMap { $0.made(on: day, &random) }.map(Answer.text)
        case .answer(let value): return value.plain(on: day, &random)
        }
    }

    private func given(_ sex: Answer?, _ random: inout SeededRandom) -> String? {
        let all = names.given.first { [$0.sex] == sex?.codes } ?? random.one(of: names.given)
        return all.flatMap { random.one(of: $0.names) }
    }

    /// The same person under a slip of the pen, or somebody who is easily taken for them.
    private func resemble(
        _ other: DemoPerson.Likeness, _ facts: inout [PersonFact: Answer], _ random: inout SeededRandom
    ) {
        let slip = random.number(in: 1...4)
        if slip == 4 {
            if facts[.familyName] != nil { facts[.alias] = .text(other.given + " " + other.family) }
            return
        }
        facts[.sex] = other.sex ?? facts[.sex]
        facts[.givenName] = .text(other.given)
        facts[.familyName] = .text(slip == 1 ? other.family.misspelt(&random) : other.family)
        guard let born = other.born, case .day? = facts[.birthDate] else { return }
        let swapped = slip == 2 ? Day(year: born.year, month: born.dayOfMonth, day: born.month) : nil
        facts[.birthDate] = .day(swapped ?? (slip == 3 ? born.adding(days: 10) : born))
    }
}

extension String {
    /// With one letter doubled or left out.
    fileprivate func misspelt(_ random: inout SeededRandom) -> String {
        var letters = Array(self)
        guard letters.count > 4 else { return self }
        let place = random.number(in: 2...letters.count - 2)
        if random.chance(50) { letters.insert(letters[place], at: place) } else { letters.remove(at: place) }
        return String(letters)
    }
}
