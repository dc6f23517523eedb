@testable import Casework
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("The matrix of routes, roles and relations", .serialized, WholeMatrix())
struct WholeMatrixTests {
    @Test("has a line for each route, and no line for a route that is gone")
    func complete() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        let routes = Set(run.table.entries.map { "\($0.method) \($0.path)" })
        let lines = Set(RouteExpectations.all.keys)
        for route in routes.subtracting(lines).sorted() {
            Issue.record("\(route) is in no line of RouteExpectations: write down there what each caller may get of it")
        }
        for route in lines.subtracting(routes).sorted() {
            Issue.record("\(route) is a line of RouteExpectations and no route of the server: take the line out")
        }
    }

    @Test("asks the pages that the command serves, as every role and on every board of the shipped rules")
    func columns() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        let source = try String(
            contentsOf: ShippedRules.root.appending(path: "Sources/throughcare/Serving/Features.swift"), encoding: .utf8
        )
        let served = source.matches(of: /([A-Z]\w+(?:Feature|Routes))\(/).map { String($0.1) }
        #expect(served == MatrixHouse.features.map { "\(type(of: $0))" })
        let definitions = run.house.world.definitions
        #expect(Set(definitions.roles.map(\.id)) == Set(MatrixColumn.acting.map(\.role)))
        #expect(Set(definitions.boards.map(\.id)) == Set(Sight.boards.keys))
    }

    @Test("agrees with the policy about who sees whom")
    func policy() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        for column in run.matrix.columns where column.kind == .acting {
            let scan = try await BodyScan(column, run.matrix)
            for relation in Relation.allCases where relation != .nobody && relation != .malformed {
                let person = run.target(column, relation, row: RouteRow(.person(200))).person
                let sees = Sight.sees(column, relation)
                #expect(scan.sees(person) == sees, "\(column.name) and \(relation)")
            }
            // Nobody sees another agency's own people.
            for (agency, person) in run.matrix.people.own where agency != column.agency {
                #expect(!scan.sees(person), "\(column.name) and \(agency)")
            }
        }
    }

    @Test("holds in every cell")
    func cells() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        var report = MatrixReport()
        for column in run.matrix.columns {
            let scan = try await BodyScan(column, run.matrix)
            for entry in run.table.entries where entry.path != "/sign-out" {
                for row in RouteExpectations.all["\(entry.method) \(entry.path)"] ?? [] {
                    try await check(row, of: entry, column, scan, run, &report)
                }
            }
        }
        report.tell()
        #expect(report.cells > 4_000)
    }

    private func check(
        _ row: RouteRow, of entry: RouteEntry, _ column: MatrixColumn, _ scan: BodyScan, _ run: MatrixRun,
        _ report: inout MatrixReport
    ) async throws {
        var baseline: (observed: Observed, typed: [String])?
        let isAsset = entry.path.hasPrefix("/assets")
        for relation in relations(row.rule) {
            let outcome = row.rule.outcome(column, relation, method: entry.method == "POST" ? .post : .get)
            if case .skipped = outcome { continue }
            var target = run.target(column, relation, row: row)
            if case .shown = outcome, entry.method == "POST" {
                let mark: PlantedPerson.Mark = [.referred, .consented].contains(relation) ? .note : .details
                try await run.refresh(&target, column, row: row, mark: mark)
            }
            let request = CellRequest(entry.method, entry.path, row: row, target: target)
            let sent = request.method == .post ? request.adding(("once", run.matrix.once())) : request
            let observed = try await run.ask(sent, as: column)
            if relation == .nobody { baseline = (observed, MatrixCheck.typed(target, sent)) }
            var check = MatrixCheck(
                column: column, relation: relation, outcome: outcome, observed: observed, target: target,
                baseline: baseline, scan: scan)
            if case .mentions = row.rule { check.isMention = true }
            let faults = isAsset ? MatrixCheck.headerFaults(observed.answer, isAsset: true) : check.faults()
            report.add(faults, of: entry, "as \(column.name) about \(relation.rawValue)")
        }
    }

    private func relations(_ rule: RouteRule) -> [Relation] {
        guard rule.isAboutPerson else { return [.nobody] }
        return Relation.allCases.filter { rule.isAboutEvent || !Relation.byEvent.contains($0) }
    }

    @Test("takes no form without its key, with another session's, or from another site")
    func forms() async throws {
        let run = try MatrixRun(WholeMatrix.stage)
        var report = MatrixReport()
        let other = try run.matrix.column("ended").csrf
        for column in run.matrix.columns where column.kind == .acting || column.kind == .withoutRole {
            for entry in run.table.entries where entry.method == "POST" {
                for row in RouteExpectations.all["\(entry.method) \(entry.path)"] ?? [] {
                    let target = run.target(column, .own, row: row)
                    let request = CellRequest(entry.method, entry.path, row: row, target: target)
                    var senders: [(String, MatrixRun.Sender)] = [
                        ("another site", MatrixRun.Sender(csrf: column.csrf, site: "cross-site")),
                        (
                            "another origin",
                            MatrixRun.Sender(
                                csrf: column.csrf, site: nil, extra: [.origin: "https://elsewhere.example"])
                        ),
                        ("no origin", MatrixRun.Sender(csrf: column.csrf, site: nil)),
                    ]
                    if entry.caller != .anyone {
                        senders.append(("no key", MatrixRun.Sender(csrf: nil)))
                        senders.append(("another's key", MatrixRun.Sender(csrf: other)))
                    }
                    for (what, sender) in senders {
                        let sent = request.adding(("once", run.matrix.once()))
                        let observed = try await run.ask(sent, as: column, sender: sender)
                        var faults = MatrixCheck.headerFaults(observed.answer)
                        let isSentAway = observed.status == 303 && observed.answer.location == "/choose-role"
                        let isRefused = observed.status == 403 || (column.kind == .withoutRole && isSentAway)
                        if !isRefused { faults.append("status \(observed.status)") }
                        if !observed.entries.isEmpty || observed.written > 0 { faults.append("something was kept") }
                        report.add(faults, of: entry, "as \(column.name), \(what)")
                    }
                }
            }
        }
        report.tell()
        #expect(report.cells > 1_000)
    }
}

extension CellRequest {
    func adding(_ field: (String, String)) -> CellRequest {
        var request = self
        request.form.append(field)
        return request
    }
}

/// What was wrong, told at the end and a few cells of each route, so that one fault does not bury the others.
struct MatrixReport {
    private(set) var cells = 0
    private var wrong: [String: [String]] = [:]
    private static let most = 6

    mutating func add(_ faults: [String], of route: RouteEntry, _ cell: String) {
        cells += 1
        guard !faults.isEmpty else { return }
        let route = "\(route.method) \(route.path)"
        wrong[route, default: []] += faults.map { "\(route) \(cell): \($0)" }
    }

    func tell() {
        for (route, faults) in wrong.sorted(by: { $0.key < $1.key }) {
            for fault in faults.prefix(Self.most) { Issue.record("\(fault)") }
            if faults.count > Self.most { Issue.record("\(route): and \(faults.count - Self.most) more") }
        }
    }
}
