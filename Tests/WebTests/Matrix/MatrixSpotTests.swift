import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// One cell written out: what stands on the page and what does not, by category of the person's record.
private struct Spot: Sendable {
    let who: String
    let relation: Relation
    let status: Int
    var shows: Set<String> = []
    var hides: Set<String> = []
}

/// Taken from no table and no policy, so that the matrix is held against something besides itself; and what is shown here
/// shows that a planted value that may be seen is seen.
private let spots = [
    Spot(
        who: "drugs", relation: .own, status: 200, shows: ["identity", "contact", "notes", "safeguarding", "family"]),
    Spot(who: "desk", relation: .own, status: 200, shows: ["identity", "contact"], hides: ["notes", "safeguarding"]),
    Spot(who: "volunteer", relation: .own, status: 200, shows: ["identity"], hides: ["contact", "notes", "family"]),
    Spot(who: "commissioner", relation: .own, status: 404),
    Spot(who: "admin", relation: .own, status: 403),
    Spot(who: "nobody", relation: .own, status: 303),
    Spot(who: "ended", relation: .own, status: 303),
    Spot(who: "undecided", relation: .own, status: 303),
    Spot(
        who: "housing", relation: .referred, status: 200, shows: ["identity", "contact", "referral"],
        hides: ["notes", "safeguarding", "family"]),
    Spot(
        who: "probation", relation: .referred, status: 200, shows: ["identity", "contact", "referral"],
        hides: ["notes", "safeguarding"]),
    Spot(who: "shelter", relation: .referred, status: 404),
    Spot(who: "officer", relation: .referred, status: 404),
    Spot(who: "orders", relation: .consented, status: 200, shows: ["notes"], hides: ["identity", "contact", "family"]),
    Spot(who: "housing", relation: .consented, status: 404),
    Spot(who: "officer", relation: .detained, status: 200, shows: ["identity", "contact", "custody"]),
    Spot(who: "drugs", relation: .detained, status: 200, shows: ["identity", "custody"], hides: ["safeguarding"]),
    Spot(who: "prosecutor", relation: .detained, status: 200, shows: ["identity"], hides: ["contact", "safeguarding"]),
    Spot(who: "clerk", relation: .detained, status: 200, shows: ["identity"], hides: ["custody", "contact"]),
    Spot(who: "probation", relation: .detained, status: 404),
    Spot(who: "drugs", relation: .barred, status: 404),
    Spot(who: "manager", relation: .sealed, status: 404),
    Spot(who: "housing", relation: .elsewhere, status: 404),
]

extension WholeMatrixTests {
    @Test("keeps these cells of a person's page, written out one by one")
    func spotted() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        let row = RouteRow(.person(200))
        for spot in spots {
            let column = try run.matrix.column(spot.who)
            let target = run.target(column, spot.relation, row: row)
            let request = CellRequest("GET", "/people/:person", row: row, target: target)
            let observed = try await run.ask(request, as: column)
            let found = Set(
                observed.whole.words(from: PlantedPerson.stem).compactMap(PlantedPerson.owner)
                    .filter { $0.number == target.person.number }.map(\.category))
            let cell = "\(spot.who) about \(spot.relation.rawValue)"
            #expect(observed.status == spot.status, "\(cell)")
            #expect(found.isSuperset(of: spot.shows), "\(cell) lacks \(spot.shows.subtracting(found))")
            #expect(found.isDisjoint(with: spot.hides), "\(cell) shows \(spot.hides.intersection(found))")
            if spot.status != 200 { #expect(found.isEmpty, "\(cell) shows \(found)") }
        }
    }

    @Test("says no more to a question for the headers alone")
    func headersAlone() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        let (row, column) = (RouteRow(.person(200)), try run.matrix.column("drugs"))
        for path in ["/people/:person", "/people/:person/due", "/people/:person/events/:event"] {
            var headers: Set<String> = []
            for relation in [Relation.nobody, .elsewhere, .barred, .sealed] {
                let target = run.target(column, relation, row: row)
                let request = CellRequest("HEAD", path, row: row, target: target)
                let observed = try await run.ask(request, as: column)
                #expect(observed.answer.text.isEmpty)
                #expect(observed.entries.map { "\($0.kind) \($0.outcome)" } == ["consultation nothing"])
                headers.insert(
                    observed.answer.response.headers.filter { $0.name.canonicalName != "x-request-id" }
                        .map { "\($0.name.canonicalName): \($0.value)" }.sorted().joined(separator: "\n"))
            }
            #expect(headers.count == 1, "\(path)")
        }
    }
}
