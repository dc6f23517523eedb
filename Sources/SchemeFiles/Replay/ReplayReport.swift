package import Domain

/// What the engine says of an event log at one instant: how a scheme is tried out, and how anyone checks a clock.
package struct ReplayReport: Sendable {
    /// By the bytes of the subject's id.
    package let standings: [Standing]

    /// Folds every subject of a log.
    ///
    /// - Parameters:
    ///   - asOf: events that occurred later do not count.
    ///   - knownAt: when given, events recorded later do not count.
    package init(
        _ events: [Event], definitions: Definitions, asOf: Instant, knownAt: Instant? = nil, rota: Rota = Rota()
    ) {
        let subjects = Set(events.map(\.subject)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let log = SubjectLogs(events)
        standings = subjects.map { subject in
            SubjectFold(log.of(subject), subject: subject, definitions: definitions, asOf: asOf, knownAt: knownAt)
                .standing(asOf: asOf, rota: rota)
        }
    }

    /// One JSON object an enrolment and line, with its keys always in the same order.
    package var jsonLines: String {
        standings.flatMap { standing in
            standing.enrolments.map { Self.json($0, person: standing.subject) + "\n" }
        }.joined()
    }

    private static func json(_ enrolment: EnrolmentStanding, person: String) -> String {
        object([
            ("person", string(person)), ("programme", string(enrolment.programme)),
            ("version", string(enrolment.version)), ("stage", string(enrolment.stage)),
            ("deadlines", array(enrolment.deadlines.map(json))),
            ("flags", array(enrolment.flags.map { string($0.id) })),
        ])
    }

    private static func json(_ deadline: Deadline) -> String {
        object([
            ("clock", string(deadline.clock)), ("state", string(deadline.state.rawValue)),
            ("from", deadline.from.map { string($0.iso) } ?? "null"), ("due", string(deadline.due.iso)),
            ("anchor", string(deadline.anchor.text)), ("basis", string(deadline.basis.rawValue)),
            ("because", string(deadline.because)),
        ])
    }

    private static func string(_ text: String) -> String { CanonicalJSON.string(text).text }

    private static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { string($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    }
}

/// A log by subject, each with the corrections of its events that another subject holds: a move stands with the person
/// it moves to.
private struct SubjectLogs {
    private let own: [String: [Event]]
    private let corrections: [String: [Event]]

    init(_ events: [Event]) {
        own = Dictionary(grouping: events, by: \.subject)
        let subjects = Dictionary(events.map { ($0.id, $0.subject) }) { first, _ in first }
        var corrections: [String: [Event]] = [:]
        for event in events {
            guard let target = event.act.supersedes, let from = subjects[target], from != event.subject else {
                continue
            }
            corrections[from, default: []].append(event)
        }
        self.corrections = corrections
    }

    func of(_ subject: String) -> [Event] { (own[subject] ?? []) + (corrections[subject] ?? []) }
}
