import Casework
import Domain
import Markup

/// What a record changed, in the words of a page.
struct ChangeWords {
    let directory: Directory

    /// One sentence.
    func sentence(_ change: StandingChange) -> String {
        switch change {
        case .opened(let programme): "Started: \(programme)."
        case .ended(let programme, let title): "Ended: \(programme). \(title)."
        case .undone(let programme): "No longer in the record: \(programme)."
        case .stage(let programme, let title): "\(programme): now “\(title)”."
        case .due(let deadline): due(deadline)
        case .notDue(let title): "No longer due: \(title)."
        case .met(let title): "Done: \(title)."
        case .madeGood(let deadline):
            "Missed, then done late or overtaken: \(deadline.title), was due \(deadline.dueWords)."
        case .voided(let title): "No longer needed: \(title)."
        case .lead(let lead, let programme): "\(programme): \(words(lead))."
        }
    }

    private func due(_ deadline: Deadline) -> String {
        let named = SourceWords(deadline.source).text
        let source = deadline.basis == .statute && !named.isEmpty ? " (the law: \(named))" : ""
        let because = deadline.because.isEmpty ? "" : " — because: \(deadline.because)\(source)"
        return "\(deadline.title): \(deadline.dueWords)\(because)."
    }

    private func words(_ lead: Lead) -> String {
        switch lead {
        case .none: "no lead worker"
        case .notNeeded: "no lead worker is needed"
        case .onDuty(let worker, _): "lead worker \(directory.workerName(worker)), on duty"
        case .accepted(let worker, _, _): "lead worker \(directory.workerName(worker))"
        }
    }

    /// The list of what changed; that nothing did is said too.
    func list(_ changes: [StandingChange]) -> HTML {
        guard !changes.isEmpty else { return "<p class=\"govuk-body\">Nothing else changed by it.</p>" }
        return bullets(changes.map(sentence))
    }

    /// Each sentence once: two deadlines of one title that changed alike are told in one.
    func bullets(_ sentences: [String]) -> HTML {
        var told: Set<String> = []
        let items: [HTML] = sentences.filter { told.insert($0).inserted }.map { "<li>\($0)</li>" }
        return "<ul class=\"govuk-list govuk-list--bullet\">\(items)</ul>"
    }
}

extension Deadline {
    /// "by 15 May 2013", "10 to 15 May 2013", "on 10 May 2013", "by 10 May 2013, 14:30".
    var dueWords: String {
        let due = due.words
        guard let from, from != self.due else { return from == nil ? "by \(due)" : "on \(due)" }
        if case .day(let first) = from, case .day(let last) = self.due, first.year == last.year,
            first.month == last.month
        {
            return "\(first.dayOfMonth) to \(due)"
        }
        return "\(from.words) to \(due)"
    }
}

extension Deadline.Due {
    fileprivate var words: String {
        switch self {
        case .day(let day): day.text
        case .instant(let instant): London.text(instant)
        }
    }
}
