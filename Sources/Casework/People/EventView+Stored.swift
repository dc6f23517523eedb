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
        let day = London.day(of: stored.occurredAt)
        var answers: [(place: Int, view: AnswerView)] = []
        var worked: [String: Answer] = [:]
        for (section, text) in stored.sections {
            var read: [String: Answer] = [:]
            try AnswerReading.read(text, type: type, into: &read)
            for (id, answer) in read {
                if type?.workedOut.contains(id) == true {
                    worked[id] = answer
                    continue
                }
                if type?.isKeptForTheDiary(id) == true { continue }
                let place = type?.fields.firstIndex { $0.id == id } ?? Int.max
                guard type?.field(id)?.isAsked ?? true else { continue }
                let view = AnswerView(
                    field: id, question: type?.field(id)?.question ?? "Answer to a question that is asked no longer",
                    text: rules.text(of: answer, field: type?.field(id), on: day), category: section)
                answers.append((place, view))
            }
        }
        decided = rules.decided(worked, type: type, on: day)
        self.answers = answers.sorted { ($0.place, $0.view.field) < ($1.place, $1.view.field) }.map(\.view)
    }
}

extension RecordType {
    /// Whether it is the slot, or the diary it stands in, that a booking takes: for the diary to read, asked by no form.
    fileprivate func isKeptForTheDiary(_ id: String) -> Bool {
        actsAs == .appointment && ["slot", "diary"].contains(id) && field(id) == nil
    }
}

extension RulesInForce.Snapshot {
    /// What was decided, from what is kept with the event. A rule is looked for in the edition of the day first, then in
    /// all: a scheme may have moved it since.
    fileprivate func decided(_ worked: [String: Answer], type: RecordType?, on day: Day) -> DecidedView? {
        guard let decision = type?.decision.flatMap(definitions.decision) else { return nil }
        let all = decision.editions.flatMap(\.rules)
        if let id = worked["rule"]?.codes.first {
            let found = decision.finding(rule: id, on: day).map { ($0.title, $0.because) }
            if let (title, because) = found ?? all.first(where: { $0.id == id }).map({ ($0.title, $0.because) }) {
                return DecidedView(question: decision.question, title: title, because: because)
            }
        }
        guard let outcome = worked["outcome"] else { return nil }
        let field = type?.field("outcome")
        let known = all.first { $0.outcome == outcome.codes.first }?.title
        guard let title = field.map({ text(of: outcome, field: $0, on: day) }) ?? known else { return nil }
        return DecidedView(question: decision.question, title: title, because: "")
    }

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
