@testable import Casework
import Domain
import HTTPTypes
import HummingbirdTesting
import Ledger
import Store
import Testing

@testable import Web

/// Asks the server and watches what it answers, what it enters in the ledger and what it writes.
struct MatrixRun: Sendable {
    let matrix: MatrixHouse
    let table: RouteTable
    let client: any TestClientProtocol

    init(_ stage: WholeMatrix.Stage?) throws {
        let stage = try #require(stage, "the suite brings the house")
        matrix = stage.matrix
        table = stage.table
        client = stage.client
    }

    var house: House { matrix.house }

    /// Where a form comes from, and with which token.
    struct Sender {
        var csrf: String?
        var site: String? = "same-origin"
        var extra: HTTPFields = [:]
    }

    func ask(_ request: CellRequest, as column: MatrixColumn, sender: Sender? = nil) async throws -> Observed {
        let sender = sender ?? Sender(csrf: column.csrf)
        let isForm = request.method == .post
        let before = try await house.world.database.read { connection in
            (try LedgerRowReading.size(on: connection), isForm ? try RecordCounts(on: connection).events : 0)
        }
        let visitor = Visitor(client)
        for (name, value) in column.cookies { visitor.plant(name, value) }
        let answer: Visitor.Answer
        switch (request.method, request.isUpload) {
        case (.post, true):
            answer = try await visitor.upload(
                request.path, request.form + (sender.csrf.map { [("csrf", $0)] } ?? []), site: sender.site,
                extra: sender.extra)
        case (.post, false):
            answer = try await visitor.post(
                request.path, request.form, csrf: sender.csrf, site: sender.site, extra: sender.extra)
        default: answer = try await visitor.get(request.path, method: request.method)
        }
        let (entries, events) = try await house.world.database.read { connection in
            var entries: [Observed.Entry] = []
            try LedgerRowReading.eachEntry(from: before.0, limit: 1_000, on: connection) { row in
                let entry = LedgerEntry(canonical: Array(row.line.utf8))
                entries.append(
                    Observed.Entry(
                        kind: entry?.kind.rawValue ?? "unread", outcome: entry?.outcome ?? "",
                        content: row.content ?? ""))
            }
            return (entries, isForm ? try RecordCounts(on: connection).events - before.1 : 0)
        }
        return Observed(request: request, answer: answer, entries: entries, written: events)
    }

    func target(_ column: MatrixColumn, _ relation: Relation, row: RouteRow) -> CellTarget {
        let people = matrix.people
        let own = people.own[column.agency] ?? people.nobody
        var person = people.nobody
        var mark = PlantedPerson.Mark.details
        switch relation {
        case .nobody, .malformed: break
        case .own, .crossed, .mismatched: person = own
        case .referred: (person, mark) = (people.referred, .note)
        case .referredDetails: person = people.referred
        case .detained: (person, mark) = (people.detained, .test)
        case .consented: (person, mark) = (people.consented, .note)
        case .elsewhere: person = people.elsewhere(than: column.agency)
        case .barred: person = people.barred[column.agency] ?? people.barred["cjit"] ?? people.nobody
        case .sealed: person = people.sealed[column.agency] ?? people.sealed["cjit"] ?? people.nobody
        }
        var holder = person
        if relation == .crossed { holder = people.elsewhere(than: column.agency) }
        if relation == .mismatched { holder = people.spare[column.agency] ?? own }
        let details = holder.events[.details] ?? people.nobody.events[.details] ?? ""
        let event = holder.events[row.event ?? mark] ?? details
        let reference = relation == .malformed ? "NOT-A-REFERENCE" : person.reference
        let born = person.born
        // An alert is named by the event that it hangs on; all else of it is alike.
        let alert = holder.alert ?? people.referred.alert
        let words = [
            "opened": holder.alert?.openedBy ?? details, "programme": alert?.programme ?? "",
            "clock": alert?.clock ?? "", "number": String(alert?.number ?? 0), "once": matrix.once(),
            "family": person.family, "born-day": String(born.dayOfMonth),
            "born-month": String(born.month), "born-year": String(born.year),
            "born": "\(born.dayOfMonth)/\(born.month)/\(born.year)",
            "appointment": holder.events[.appointment] ?? details, "custody": matrix.custodyNumber(),
            "consent": holder.events[.consent] ?? details, "detention": holder.events[.detention] ?? details,
            "spare": people.spare[column.agency]?.reference ?? people.nobody.reference,
            "slot": people.slot.id,
        ]
        return CellTarget(
            person: person, reference: reference, event: event, words: words,
            pathPerson: row.isInForm ? own.reference : reference,
            pathEvent: row.isInForm ? own.events[.details] ?? "" : event)
    }

    /// What an accepted form needs, made for it alone: an event to be corrected, a time to be booked.
    func refresh(_ target: inout CellTarget, _ column: MatrixColumn, row: RouteRow, mark: PlantedPerson.Mark)
        async throws
    {
        let planter = try #require(MatrixColumn.planters.first { $0.agency == column.agency })
        if row.form.contains(where: { $0.value == "{slot}" }) {
            // A place has each time once.
            var slot = matrix.people.slot
            slot.id = house.world.newReference()
            slot.startsAt = slot.startsAt.adding(minutes: matrix.next())
            try await house.world.database.write { [slot] connection in try DiaryRows.add(slot, on: connection) }
            target.words["slot"] = slot.id
        }
        guard row.form.contains(where: { $0.name == "reason" }) else { return }
        let worker = try matrix.column(planter.name).worker
        let isNote = mark == .note && !row.isInForm
        target.pathEvent = try await RecordEvent(house.world)(
            RecordRequest(
                subject: target.pathPerson, type: isNote ? "core/note" : "core/person-details",
                answers: isNote ? ["text": .text("Fresh.")] : ["known-as": .text("Fresh")]),
            by: house.viewer(planter, worker: worker)
        ).event
    }
}

/// One answer, and what came with it.
struct Observed {
    struct Entry {
        let kind: String
        let outcome: String
        /// The canonical text that names who was shown.
        let content: String
    }

    let request: CellRequest
    let answer: Visitor.Answer
    let entries: [Entry]
    /// How many events a form wrote; what a page writes stands in its entries.
    let written: Int64

    var status: Int { answer.status.code }

    /// Headers and body, but for what is new in every answer.
    let whole: PageBytes

    init(request: CellRequest, answer: Visitor.Answer, entries: [Entry], written: Int64) {
        self.request = request
        self.answer = answer
        self.entries = entries
        self.written = written
        // How long the body is can be seen of the body.
        let skipped: Set<String> = ["x-request-id", "content-length"]
        let headers = answer.response.headers.filter { !skipped.contains($0.name.canonicalName) }
            .map { "\($0.name.canonicalName): \($0.value)" }.sorted().joined(separator: "\n")
        whole = PageBytes("\(answer.status.code)\n\(headers)\n\n\(answer.text)")
    }

    /// All that a caller could tell two refusals apart by, with what they sent themselves made alike.
    func print(without typed: [String]) -> PageBytes {
        var page = whole.withoutValue(after: "name=\"once\" value=\"")
        for (name, value) in request.form where name.hasPrefix("born-") {
            page = page.masking(["name=\"\(name)\" value=\"\(value)\""])
            page = page.masking(["name=\"\(name)\" type=\"text\" value=\"\(value)\""])
        }
        return page.masking(typed)
    }

    /// The entries with what was asked made alike.
    func kept(without typed: [String]) -> [String] {
        entries.map { entry in
            typed.filter { !$0.isEmpty }.reduce("\(entry.kind) \(entry.outcome) \(entry.content)") {
                $0.replacing($1, with: "…")
            }
        }
    }
}
