@testable import Casework
import Domain
import Store

@testable import Web

/// Finds on any page what only a planted person's record holds, and says which of it this caller may not see.
struct BodyScan: Sendable {
    /// By person's number: the categories of which the caller may see something of that person's own agency.
    private let seen: [Int: Set<String>]
    /// By person's number: what tells of them wherever it stands.
    private let signs: [(person: PlantedPerson, words: [[UInt8]])]
    private static let stem = Array(PlantedPerson.stem.utf8)

    /// What the policy says of each person, asked apart from any page.
    init(_ column: MatrixColumn, _ matrix: MatrixHouse) async throws {
        let world = matrix.house.world
        let people = matrix.people.all
        signs = people.map { person in
            let words = [person.reference, Reference(person.reference)?.text ?? person.reference, person.born.text]
            return (person, words.map { Array($0.utf8) })
        }
        guard column.kind == .acting else {
            seen = [:]
            return
        }
        let rule = world.rules.current.policy.rule(
            for: matrix.house.viewer(column, worker: column.worker), today: London.day(of: world.now()))
        seen = try await world.database.read { connection in
            var seen: [Int: Set<String>] = [:]
            for person in people {
                let row = rule.given(try SubjectFactsReading.facts(of: person.reference, on: connection))
                let rows = try RowFactsReading.rows(of: person.reference, on: connection).filter(row.allows)
                guard !rows.isEmpty else { continue }
                seen[person.number] = Set(rows.filter { $0.owner.text == person.agency }.map(\.category.text))
            }
            return seen
        }
    }

    /// Whether the policy shows this caller anything of the person.
    func sees(_ person: PlantedPerson) -> Bool { seen[person.number] != nil }

    /// What stands in an answer, headers and all, and is not for this caller.
    ///
    /// - Parameter typed: what the caller sent, which is no news to them.
    func strangers(in observed: Observed, typed: [String]) -> [String] {
        let typed = PageBytes(typed.joined(separator: "\n"))
        var found: [String] = []
        for word in Set(observed.whole.words(from: PlantedPerson.stem)) where !typed.contains(Array(word.utf8)) {
            guard let (number, category) = PlantedPerson.owner(of: word) else { continue }
            if !(seen[number]?.contains(category) ?? false) { found.append("the \(category) of person \(number)") }
        }
        let page = observed.whole.withoutMessages
        for (person, words) in signs where !sees(person) {
            for word in words where page.contains(word) && !typed.contains(word) {
                found.append("\(String(decoding: word, as: UTF8.self)) of person \(person.number)")
            }
        }
        return found
    }

    /// People whose names stand on a page and who are in none of its entries.
    func unlogged(in observed: Observed, typed: [String]) -> [String] {
        let numbers = Set(
            observed.whole.words(from: PlantedPerson.stem).filter { !typed.contains($0) }
                .compactMap { PlantedPerson.owner(of: $0)?.number })
        guard !numbers.isEmpty else { return [] }
        let content = PageBytes(observed.entries.map(\.content).joined())
        return signs.filter { numbers.contains($0.person.number) && !content.contains($0.words[0]) }
            .map { "person \($0.person.number)" }
    }
}

extension PageBytes {
    /// Without the one part of Today by which an agency is told, by reference alone, that it may see a record no longer.
    /// What would name the person there is still looked for.
    fileprivate var withoutMessages: PageBytes {
        guard let start = place(of: Array("Consent taken back</caption>".utf8), from: 0),
            let end = place(of: Array("</table>".utf8), from: start)
        else { return self }
        return PageBytes(Array(bytes[..<start] + bytes[end...]))
    }
}
