import Domain
import Store

/// Looks for the people of a list among those the viewer may see, on one snapshot.
struct LineMatching {
    let file: ListFile
    let reading: LineReading
    let list: String
    let rule: AccessRule

    func line(_ line: CommaSeparated.Line, on connection: Connection) throws -> ListPreview.Line {
        let read = reading.read(line)
        let today = London.day(of: reading.now)
        let query = PeopleQuery(read.identity, type: reading.identification, today: today)
        var preview = ListPreview.Line(
            number: line.number, key: read.key,
            name: [query.family, query.given].filter { !$0.isEmpty }.joined(separator: ", "),
            born: query.born?.text ?? "", occurred: read.occurred, state: .new, matches: [], read: read)
        guard read.problems.isEmpty else {
            preview.state = .problem(read.problems)
            return preview
        }
        if try isThere(read, on: connection) {
            preview.state = .already
            return preview
        }
        guard !query.family.isEmpty || !query.given.isEmpty else {
            preview.state = .problem([ListProblem(column: nil, message: "It names nobody.")])
            return preview
        }
        preview.matches = try matches(query, on: connection)
        if let best = preview.matches.first, best.level >= .likely {
            preview.state = .same(person: best.person.subject)
        }
        return preview
    }

    /// Whether this stay was loaded before, or recorded by hand under the same number.
    private func isThere(_ read: LineReading.Read, on connection: Connection) throws -> Bool {
        let key = ListLine(list: list, key: read.key)
        if try WriteKeys.find(key.key, worker: key.owner, bodyDigest: "", on: connection) != .unused { return true }
        let keyField = file.load.columns.first { $0.heading == file.load.key }.flatMap { column -> Field? in
            if case .field(let id) = column.target { reading.record.field(id) } else { nil }
        }
        guard let keyField, keyField.fact.flatMap(IdentifierKind.init(fact:)) != nil,
            let value = read.record[keyField.id]?.codes.first
        else { return false }
        return try !PersonSearch.find(
            PersonSearch.Wanted(identifiers: [value]), rule: rule, limit: 1, on: connection
        ).matching.isEmpty
    }

    private func matches(_ query: PeopleQuery, on connection: Connection) throws -> [ListPreview.Match] {
        let today = London.day(of: reading.now)
        let candidates = try PersonSearch.find(query.wanted(today: today), rule: rule, limit: 10, on: connection)
        let people = try PersonHeads.details(
            of: candidates.matching + candidates.alike, rule: rule, on: connection)
        let asked = MatchSubject(query, today: today)
        let alike = people.compactMap { person in
            likelyMatch(between: asked, and: MatchSubject(person, today: today)).map { (person.head, $0) }
        }
        return alike.sorted { $0.1.score > $1.1.score }.prefix(5).map { person, likeness in
            ListPreview.Match(person: PersonLine(person), why: likeness.text, level: likeness.level)
        }
    }
}
