import ArgumentParser
import Casework
import Domain
import Foundation
import SQLAccess
import Store

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks over files, settings, clock, database and ledger. Ends with 1 when something is unsafe.",
        discussion: "audit verify reads the whole ledger; this looks at its end.")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Print JSON, a line for each finding.")
    var json = false

    @Flag(help: "Also work out everybody's standing from the record alone, report what differs, and put it right.")
    var rebuild = false

    func run() async throws {
        var findings = [SelfCheck.files(options)]
        let engine = try await Engine.open(options)
        let database = Database(engine.base)
        findings.append(try await SelfCheck.settings(engine))
        findings.append(try await SelfCheck.integrity(engine))
        let pending = try await Schema.runner.pending(in: engine.base)
        if pending.isEmpty {
            findings.append(Finding("migrations", .ok, "The database is up to date."))
            findings.append(try await SelfCheck.dictionary(database))
            findings += try await ofTheRecord()
        } else {
            let numbers = pending.map(String.init).joined(separator: ", ")
            findings.append(Finding("migrations", .look, "The server will apply \(numbers) when it starts."))
        }
        await database.close()
        report(findings)
        if findings.contains(where: { $0.state == .unsafe }) { throw Ending.refused() }
    }

    /// What needs the keys and the rules.
    private func ofTheRecord() async throws -> [Finding] {
        let startup: Startup
        do {
            startup = try await Startup.open(options, need: .rules)
        } catch let ending as Ending {
            return [Finding("start", .unsafe, ending.message)]
        }
        var findings = [try await SelfCheck.clock(startup.world), try await SelfCheck.ledger(startup.world)]
        let counts = try await startup.world.database.read { try RecordCounts(on: $0) }
        findings.append(
            Finding(
                "record", counts.schemeVersions == 0 ? .look : .ok,
                """
                \(counts.people) people, \(counts.events) events, \(counts.workers) workers, \(counts.schemeVersions) \
                published versions of schemes.
                """))
        if rebuild { findings.append(try await standings(startup.world)) }
        await startup.close()
        return findings
    }

    private func standings(_ world: World) async throws -> Finding {
        let report = try await RebuildStandings(world)() { Say.progress("worked out \($0) standings") }
        Say.progressDone()
        let waiting = report.waiting == 0 ? "" : " Time had overtaken \(report.waiting)."
        guard !report.differences.isEmpty else {
            return Finding("standings", .ok, "All \(report.subjects) are what the record gives.\(waiting)")
        }
        for difference in report.differences {
            Say.problem("\(difference.subject): \(difference.tables.joined(separator: ", "))")
        }
        return Finding(
            "standings", .look,
            "\(report.differences.count) of \(report.subjects) were not what the record gives, and now are.\(waiting)")
    }

    private func report(_ findings: [Finding]) {
        for finding in findings {
            if json {
                Say.out([
                    ("check", .string(finding.check)), ("says", .string(finding.says)),
                    ("state", .string(finding.state.rawValue)),
                ])
            } else {
                let state = finding.state.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
                let check = finding.check.padding(toLength: 11, withPad: " ", startingAt: 0)
                Say.out("\(state) \(check) \(finding.says)")
            }
        }
    }
}
