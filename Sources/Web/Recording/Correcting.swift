import Casework
import Domain
import Hummingbird
import Markup

/// Withdrawing and moving an event.
struct Correcting {
    let context: SignedInContext
    let kind: CorrectionPage.Kind
    private let person: String
    private let event: String

    init(_ context: SignedInContext, _ kind: CorrectionPage.Kind) throws {
        self.context = context
        self.kind = kind
        person = try context.reference("person")
        event = try context.reference("event")
    }

    func open() async throws -> Response {
        var page = try await page()
        if let refusal = refusal(of: page.detail) { return refusal }
        if context.query.line("why") == "slip" { page.reason = "Pressed by mistake" }
        return page.response()
    }

    func send() async throws -> Response {
        var page = try await page()
        page.reason = context.form.text("reason")
        page.other = context.form.line("other")
        page.problems = context.form.problems
        if page.reason.isEmpty { page.problems.append(Markup.FieldProblem(boxID: "reason", message: "Say why.")) }
        if kind == .move, Reference(page.other) == nil {
            page.problems.insert(
                Markup.FieldProblem(boxID: "other", message: "Enter the reference of the right person."), at: 0)
        }
        guard page.problems.isEmpty else { return page.response() }
        do {
            let receipt = try await write(page)
            return .seeOther("/people/\(receipt.subject)/events/\(receipt.event)/receipt")
        } catch is Missing where kind == .move {
            page.problems = [
                Markup.FieldProblem(
                    boxID: "other", message: "Enter the reference of somebody whose record you can open.")
            ]
            return page.response()
        } catch let refusal as RecordRefusal {
            let words = RefusalWords(refusal)
            page.status = words
            page.problems = [Markup.FieldProblem(boxID: nil, message: "\(words.title). \(words.what)")]
            return page.response()
        }
    }

    private func write(_ page: CorrectionPage) async throws -> RecordReceipt {
        switch kind {
        case .withdraw:
            try await RecordEvent(context.world)(
                RecordRequest(
                    subject: person, type: page.detail.event.view.type, answers: [:],
                    act: .withdraw(event, reason: page.reason), key: context.form.key), by: context.viewer)
        case .move:
            try await MoveEvent(context.world)(
                event, of: person, to: page.other, reason: page.reason, key: context.form.key, by: context.viewer)
        }
    }

    private func page() async throws -> CorrectionPage {
        let detail = try await OpenEvent(context.world)(event, of: person, by: context.viewer)
        return CorrectionPage(context: context, detail: detail, kind: kind)
    }

    /// Why nobody is asked for a reason: it is corrected already, or another agency's.
    private func refusal(of detail: EventDetail) -> Response? {
        if detail.mayCorrect { return nil }
        let back: Href = "/people/\(person)/events/\(event)"
        if let latest = detail.latest { return .seeOther("/people/\(person)/events/\(latest)") }
        let view = detail.event.view
        let refusal: RecordRefusal =
            view.agency == context.viewer.agency
            ? .notForYourRole(type: view.title, role: context.session.roleTitle)
            : .notYourAgencys(agency: context.world.rules.current.directory.agencyTitle(view.agency))
        return RefusalPage(refusal: refusal, back: back).response(context)
    }
}
