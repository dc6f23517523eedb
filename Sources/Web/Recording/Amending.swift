import Casework
import Domain
import Hummingbird
import Markup

/// Amending an event: the same form, with the answers as they are and a reason.
struct Amending {
    let context: SignedInContext
    private let person: String
    private let event: String

    init(_ context: SignedInContext) throws {
        self.context = context
        person = try context.reference("person")
        event = try context.reference("event")
    }

    func open() async throws -> Response {
        try await answering {
            var page = try await page()
            if let amending = page.view.amending {
                page.sent.fill(amending.answers, type: page.type)
            }
            return page.judged.response()
        }
    }

    func send() async throws -> Response {
        try await answering {
            if context.form.line("do") == "show" { return try await sentPage().judged.response() }
            if let done = try await repeated() { return done }
            var page = try await sentPage()
            let reading = page.reading
            let reason = page.sent.text("reason").trimmed
            var request = RecordRequest(
                subject: person, type: page.type.id, answers: reading.answers, occurred: reading.occurred,
                act: .amend(event, reason: reason), key: context.form.key, unread: reading.problems)
            request.warningsRead = Set(context.form.all(RecordPage.warningRead))
            do {
                let receipt = try await RecordEvent(context.world)(request, by: context.viewer)
                return .seeOther("/people/\(receipt.subject)/events/\(receipt.event)/receipt")
            } catch RecordRefusal.problems(let problems) {
                page.problems = problems
            } catch RecordRefusal.warnings(let warnings) {
                page.warnings = warnings
            } catch RecordRefusal.sight(let sight) {
                page.sight = sight
                page.hasRead = request.warningsRead ?? []
            } catch RecordRefusal.reasonMissing {
                page.problems = [
                    Domain.FieldProblem(field: "reason", code: .missing, message: "Say why it is amended.")
                ]
            } catch RecordRefusal.alreadyCorrected(let latest) {
                return try await stale(latest)
            } catch let refusal as RecordRefusal {
                page.refusal = refusal
            }
            return page.judged.response()
        }
    }

    /// Of a form that was sent before: by the same first press, the event may look corrected by somebody else.
    private func repeated() async throws -> Response? {
        do {
            let amended = try await FormSent(context.world)(context.form.key, by: context.viewer)
            return amended.map { .seeOther("/people/\(person)/events/\($0)/receipt") }
        } catch RecordRefusal.keyUsedForSomethingElse {
            // Sent, gone back to and changed: what is typed now is shown beside what it would amend.
            return nil
        }
    }

    func answer() async throws -> Response {
        try await answering {
            .page(AnswerMarkup(finding: try await sentPage().judged.finding).markup)
        }
    }

    /// Somebody was first: both versions, and what was typed, ready to be sent again over theirs.
    private func stale(_ latest: String) async throws -> Response {
        if let done = try await repeated() { return done }
        let theirs = try await OpenEvent(context.world)(latest, of: person, by: context.viewer)
        guard !theirs.isWithdrawn else {
            return RefusalPage(
                refusal: .alreadyCorrected(by: latest), back: "/people/\(person)/events/\(latest)"
            ).response(context)
        }
        var page = try await page(amends: latest)
        page.sent = SentForm(context.form)
        page.theirs = theirs
        page.refusal = .alreadyCorrected(by: latest)
        return page.judged.response()
    }

    private func page(amends: String? = nil) async throws -> RecordPage {
        let view = try await OpenAmendment(context.world)(amends ?? event, of: person, by: context.viewer)
        return RecordPage(context: context, view: view, sent: SentForm())
    }

    private func sentPage() async throws -> RecordPage {
        var page = try await page()
        page.sent = SentForm(context.form)
        return page
    }

    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch RecordRefusal.alreadyCorrected(let latest) {
            // The form was opened on a version that has been corrected since: nothing typed is lost.
            if context.form.has("csrf") { return try await stale(latest) }
            return .seeOther("/people/\(person)/events/\(latest)")
        } catch let refusal as RecordRefusal {
            return RefusalPage(refusal: refusal, back: "/people/\(person)/events/\(event)").response(context)
        }
    }
}
