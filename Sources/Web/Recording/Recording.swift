import Casework
import Domain
import Hummingbird
import Markup

/// A new record: its form opened, kept for later, judged, and sent.
struct Recording {
    let context: SignedInContext
    private let person: String
    private let type: String

    init(_ context: SignedInContext) throws {
        self.context = context
        person = try context.reference("person")
        type = "\(try context.part("scheme"))/\(try context.part("type"))"
    }

    func open() async throws -> Response {
        try await answering {
            var page = try await page(BoardLink(context.query))
            if let draft = page.view.draft {
                page.sent = SentForm(draft.fields)
                page.isDraft = true
            } else {
                page.sent.fill(page.view.prefilled.mapValues(\.answer), type: page.type)
                page.sent.fill(page.start?.given ?? [:], type: page.type)
                page.sent.fill(context.query, type: page.type)
            }
            return page.judged.response()
        }
    }

    func send() async throws -> Response {
        try await answering {
            switch context.form.line("do") {
            case "later": return try await keep()
            case "show": return try await sentPage().judged.response()
            default: return try await record()
            }
        }
    }

    /// The fragment that keeps the answer up to date while the questions are answered.
    func answer() async throws -> Response {
        try await answering {
            .page(AnswerMarkup(finding: try await sentPage().judged.finding).markup)
        }
    }

    func discard() async throws -> Response {
        try await KeepDraft(context.world).discard(type, of: person, by: context.viewer)
        return .seeOther(Href(recording: type, for: person))
    }

    private func keep() async throws -> Response {
        try await KeepDraft(context.world)(
            type, of: person, fields: SentForm(context.form).values, by: context.viewer)
        let page: Href = "/people/\(person)/record"
        return .seeOther(page.adding(query: "saved", "yes"))
    }

    /// The form is opened again only where it is shown again: who records is shown nothing of the person.
    private func record() async throws -> Response {
        let (sent, world) = (SentForm(context.form), context.world)
        guard let asked = OpenForm(world).questions(of: type, by: context.viewer) else {
            return try await sentPage().response()
        }
        let reading = sent.reading(asked, at: world.now(), rules: world.rules.current)
        var request = RecordRequest(
            subject: person, type: type, answers: reading.answers, occurred: reading.occurred, key: context.form.key,
            unread: reading.problems)
        request.warningsRead = Set(context.form.all(RecordPage.warningRead))
        request.openedFrom = BoardLink(context.form)?.offered
        do {
            let receipt = try await RecordEvent(world)(request, by: context.viewer)
            return .seeOther(done(receipt, BoardLink(context.form)))
        } catch let refusal as RecordRefusal {
            var page = try await sentPage()
            switch refusal {
            case .problems(let problems): page.problems = problems
            case .warnings(let warnings): page.warnings = warnings
            case .sight(let sight):
                page.sight = sight
                page.hasRead = request.warningsRead ?? []
            default: page.refusal = refusal
            }
            return page.judged.response()
        }
    }

    private func done(_ receipt: RecordReceipt, _ link: BoardLink?) -> Href {
        if let board = link?.address { return board.adding(query: "done", receipt.event) }
        return "/people/\(receipt.subject)/events/\(receipt.event)/receipt"
    }

    private func page(_ link: BoardLink?) async throws -> RecordPage {
        let view = try await OpenForm(context.world)(type, of: person, by: context.viewer)
        var page = RecordPage(context: context, view: view, sent: SentForm(), link: link)
        page.start = link.flatMap { link in
            OpenBoard(context.world).start(
                link.act, on: link.board, type: view.type, row: link.row, by: context.viewer)
        }
        return page
    }

    /// The form as it was sent, with what was typed kept.
    private func sentPage() async throws -> RecordPage {
        var page = try await page(BoardLink(context.form))
        page.sent = SentForm(context.form)
        return page
    }

    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as RecordRefusal {
            return RefusalPage(refusal: refusal, back: "/people/\(person)").response(context)
        }
    }
}

extension RecordPage {
    /// The page with what the decision would be, for a record that makes one.
    var judged: RecordPage {
        guard type.decision != nil else { return self }
        var page = self
        page.finding = view.finding(for: reading, definitions: context.world.definitions)
        page.isAnswerShown = true
        return page
    }

    /// What was typed, read, with everything that could not be.
    var reading: TypedRecord.Reading {
        sent.reading(type, at: view.at, rules: context.world.rules.current)
    }
}

extension SentForm {
    /// What was typed, read, with everything that could not be.
    func reading(_ type: RecordType, at now: Instant, rules: RulesInForce.Snapshot) -> TypedRecord.Reading {
        var reading = rules.read(record(type, today: London.day(of: now)), type: type, now: now)
        if let problem = occurredProblem {
            reading.problems.removeAll { $0.field == "occurred" }
            reading.problems.append(problem)
        }
        return reading
    }
}
