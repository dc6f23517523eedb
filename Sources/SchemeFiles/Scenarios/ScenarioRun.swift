package import Domain

/// Runs scenarios and says where the engine found something else than was expected.
package struct ScenarioRun: Sendable {
    /// One for each expectation that failed, at its own line, in the order of files.
    package private(set) var failures: [Diagnostic] = []
    /// How many scenarios there were, and how many of them had no failure.
    package private(set) var count = 0
    package private(set) var passed = 0
    /// What the scenarios touched.
    package private(set) var coverage = SchemeCoverage()

    package init(_ scenarios: [Scenario], definitions: Definitions) {
        for scenario in scenarios {
            let before = failures.count
            for expectation in scenario.expectations {
                var check = ExpectationCheck(scenario: scenario, expectation: expectation, definitions: definitions)
                check.run()
                failures += check.failures
                coverage.note(check.standing)
                coverage.note(check.finding, of: expectation.decision)
                coverage.note(check.objections, of: expectation.record)
            }
            coverage.noteEverything(of: scenario, definitions)
            count += 1
            if failures.count == before { passed += 1 }
        }
        failures = failures.inOrder
    }
}
