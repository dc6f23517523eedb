package import Domain
import Store

extension EventView {
    /// Reads the sections that were selected for the viewer. A damaged section is a fault, never a guess.
    init(_ stored: TimelineEvent, rules: RulesInForce.Snapshot) throws {
        let type = rules.definitions.recordType(stored.type, version: stored.version)
        id = stored.id
        self.type = stored.type
        title = type?.title ?? stored.type
        act = stored.act
        occurredAt = stored.occurredAt
        isDayOnly = stored.occurredOn != nil
        recordedAt = stored.recordedAt
        by = stored.by
        agency = stored.agency
        supersedes = stored.supersedes
        var answers: [(place: Int, view: AnswerView)] = []
        for (section, text) in stored.sections {
            var read: [String: Answer] = [:]
            try AnswerReading.read(text, type: type, into: &read)
            for (id, answer) in read {
                let place = type?.fields.firstIndex { $0.id == id } ?? Int.max
                guard type?.field(id)?.isAsked ?? true else { continue }
                let view = AnswerView(
                    field: id, question: type?.field(id)?.question ?? id,
                    text: rules.text(of: answer, field: type?.field(id), on: London.day(of: stored.occurredAt)),
                    category: section)
                answers.append((place, view))
            }
        }
        self.answers = answers.sorted { ($0.place, $0.view.field) < ($1.place, $1.view.field) }.map(\.view)
    }
}

extension RulesInForce.Snapshot {
    /// An answer in words: titles for codes, names for references.
    package func text(of answer: Answer, field: Field?, on day: Day) -> String {
        switch answer {
        case .text(let text): text
        case .choice(let code): title(of: code, field: field)
        case .choices(let codes): codes.map { title(of: $0, field: field) }.joined(separator: ", ")
        case .number(let number): number.text + unit(of: field)
        case .day(let day): day.text
        case .instant(let instant): London.text(instant)
        case .yesNo(let yes): yes ? "Yes" : "No"
        case .weeks(let weeks): weeks.map { $0.map(String.init) ?? "–" }.joined(separator: ", ")
        case .reference(let id): name(of: id, field: field)
        case .money(let pence): "£" + Quantity(thousandths: pence * 10).text
        case .missing(.notAsked): "Not asked"
        case .missing(.declined): "Declined to answer"
        case .missing(.notKnown): "Not known"
        }
    }

    private func title(of code: String, field: Field?) -> String {
        switch field?.kind {
        case .choice(let options), .choices(let options):
            switch options {
            case .own(let own): own.first { $0.code == code }?.title ?? code
            case .list(let list): definitions.codeList(list)?.title(of: code) ?? code
            }
        default: code
        }
    }

    private func unit(of field: Field?) -> String {
        if case .number(let unit, _, _)? = field?.kind, !unit.isEmpty { " " + unit } else { "" }
    }

    private func name(of id: String, field: Field?) -> String {
        switch field?.kind {
        case .worker: directory.workerName(id)
        case .agency: directory.agencyTitle(id)
        case .venue: directory.venueTitle(id)
        case .person: Reference(id)?.text ?? id
        default: directory.workers[id]?.name ?? directory.agencies[id]?.title ?? directory.venues[id]?.title ?? id
        }
    }
}
