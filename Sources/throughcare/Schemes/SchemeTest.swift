import ArgumentParser
import Domain
import SchemeFiles

struct SchemeTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs a scheme's scenarios and says what they leave untried.")

    @OptionGroup var scheme: SchemeFolderArgument

    @Flag(help: "Print the counts alone, as JSON.")
    var json = false

    func run() throws {
        let loaded = try scheme.load()
        let (scenarios, diagnostics) = ScenarioReading.read(loaded)
        let run = ScenarioRun(scenarios, definitions: loaded.definitions)
        let id = loaded.schemes.last?.id ?? ""
        let untried = run.coverage.warnings(loaded, scheme: id)
        let hasFailed = diagnostics.hasErrors || !run.failures.isEmpty
        if json {
            Say.out([
                ("failures", .integer(Int64(run.failures.count))), ("passed", .integer(Int64(run.passed))),
                ("scenarios", .integer(Int64(run.count))), ("scheme", .string(id)),
                ("unreadable", .integer(Int64(diagnostics.filter { $0.severity == .error }.count))),
                ("untried", .integer(Int64(untried.count))),
            ])
        } else {
            for diagnostic in diagnostics + run.failures + untried { Say.out(diagnostic.description) }
            let what = run.count == 1 ? "scenario" : "scenarios"
            Say.out("\(id): \(run.passed) of \(run.count) \(what) passed, \(untried.count) parts of the rules untried")
        }
        if hasFailed { throw Ending.refused() }
    }
}
