package import Domain
import Ledger
import Store

/// Opens a notice to be printed. It is entered in the ledger as a print before it leaves.
package struct OpenNotice: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` when there is no such event for this viewer, or no letter is printed from it.
    package func callAsFunction(
        _ event: String, of reference: String, by viewer: Viewer
    ) async throws -> NoticeView {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        let id = Reference(event)?.compact ?? event
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let view = try await world.database.read { connection -> NoticeView? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let stored = try TimelineReading.event(id, subject: subject, rule: row, on: connection),
                let letter = rules.definitions.schemes.flatMap(\.letters).first(where: { $0.record == stored.type }),
                let type = rules.definitions.recordType(stored.type, version: stored.version)
            else { return nil }
            let reading = NoticeReading(rules: rules, type: type, connection: connection)
            let status = try reading.status(of: stored, subject: subject, row: row)
            // What was corrected or withdrawn is there for those who may correct it, and for nobody else.
            let mayCorrect =
                stored.agency == viewer.agency && RecordingRights(rules: rules).mayComplete(type, viewer: viewer)
            guard stored.act != "withdraw", mayCorrect || !status.isReplaced else { return nil }
            let person = try PersonLine.lines(of: [subject], rule: rule, on: connection)[subject]
            var filling = LetterFilling(
                answers: try reading.words(stored), name: (person ?? PersonLine(.unnamed(subject))).full,
                today: London.day(of: stored.occurredAt).text, agency: rules.directory.agencyTitle(stored.agency),
                placePhone: try reading.placePhone(stored))
            let paragraphs = letter.paragraphs.map { filling.fill($0) }
            return NoticeView(
                subject: subject, event: id, title: letter.title, paragraphs: paragraphs,
                gaps: filling.gaps.map { type.field($0)?.question ?? $0 },
                status: status, givenOn: London.day(of: stored.occurredAt), asOf: now)
        }
        guard let view else { try await world.refuse("notice", asked: subject, by: viewer) }
        try await world.keepLook(
            "notice", kind: .print, subjects: [subject], details: [("event", .string(id))], by: viewer)
        return view
    }
}

/// Reads the event behind a notice, in the snapshot of its page.
private struct NoticeReading {
    let rules: RulesInForce.Snapshot
    let type: RecordType
    let connection: Connection

    /// Corrections of corrections are followed this far.
    private static let most = 50

    /// By field, the answer as a letter says it: the long form of a time, a place with its address.
    func words(_ stored: TimelineEvent) throws -> [String: String] {
        var answers: [String: Answer] = [:]
        for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
        let day = London.day(of: stored.occurredAt)
        return Dictionary(
            answers.map { id, answer in (id, words(answer, field: type.field(id), on: day)) }, uniquingKeysWith: { $1 })
    }

    /// The number of the agency whose place the record names, else of the agency that recorded it; empty when there is
    /// none.
    func placePhone(_ stored: TimelineEvent) throws -> String {
        var answers: [String: Answer] = [:]
        for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
        let places = type.fields.filter { $0.kind == .venue }.compactMap { answers[$0.id]?.codes.first }
        let agency = places.first.flatMap { rules.directory.venues[$0]?.agency } ?? stored.agency
        return rules.directory.agencies[agency]?.phone ?? ""
    }

    private func words(_ answer: Answer, field: Field?, on day: Day) -> String {
        switch answer {
        case .instant(let instant):
            return "\(London.day(of: instant).longText), at \(London.time(of: instant).text)"
        case .day(let day): return day.longText
        case .reference(let id):
            guard case .venue? = field?.kind, let venue = rules.directory.venues[id] else { break }
            return [venue.title, venue.address].filter { !$0.isEmpty }.joined(separator: ", ")
        // What was not answered is left to the pen.
        case .missing: return ""
        default: break
        }
        return rules.text(of: answer, field: field, on: day)
    }

    func status(of stored: TimelineEvent, subject: String, row: RowRule) throws -> NoticeView.Status {
        var last = stored.id
        var newest: TimelineEvent?
        for _ in 0..<Self.most {
            guard let next = try TimelineReading.superseding(last, on: connection) else { break }
            guard let seen = try TimelineReading.event(next, subject: subject, rule: row, on: connection),
                seen.act != "withdraw"
            else { return .withdrawn }
            (last, newest) = (next, seen)
        }
        if let newest { return .corrected(event: newest.id) }
        let given = try TimelineReading.events(
            of: subject, types: [stored.type], rule: row, limit: 1, on: connection)
        guard let latest = given.first, latest.id != stored.id, latest.occurredAt > stored.occurredAt else {
            return .inForce
        }
        return .later(event: latest.id, on: London.day(of: latest.occurredAt))
    }
}
