import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// Booking a time for one person, and the page that follows.
package struct BookingRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/people/:person/book", for: .caseworkers) { _, context in
            try await offer(context.query.line("purpose"), context)
        }
        routes.post("/people/:person/book", for: .caseworkers) { _, context in try await book(context) }
        routes.get("/people/:person/bookings/:event", for: .caseworkers) { _, context in
            let view = try await OpenBooking(context.world)(
                try context.reference("event"), of: try context.reference("person"), by: context.viewer)
            return BookedPage(view: view, isNew: context.query.line("done") == "booked").response(context)
        }
    }

    private func offer(
        _ purpose: String, problem: Markup.FieldProblem? = nil, status: HTTPResponse.Status = .ok,
        _ context: SignedInContext
    ) async throws -> Response {
        do {
            let offered = try await OfferTimes(context.world)(
                try context.part("person"), purpose: purpose.isEmpty ? nil : purpose, by: context.viewer)
            return BookPage(offered: offered, problem: problem).response(context, status: status)
        } catch RecordRefusal.notForYourRole(_, let role) {
            return NotToBookPage(role: role).response(context)
        }
    }

    private func book(_ context: SignedInContext) async throws -> Response {
        let purpose = context.form.line("purpose")
        let person = try context.reference("person")
        let slot = context.form.line("slot")
        guard !slot.isEmpty else {
            let problem = Markup.FieldProblem(boxID: "slot", message: "Choose a time")
            return try await offer(purpose, problem: problem, status: .unprocessableContent, context)
        }
        do {
            let receipt = try await BookTime(context.world)(
                person, slot: slot, key: context.form.key, by: context.viewer)
            return .seeOther("/people/\(person)/bookings/\(receipt.event)?done=booked")
        } catch let refusal as RecordRefusal {
            if case .notForYourRole(_, let role) = refusal { return NotToBookPage(role: role).response(context) }
            let problem = Markup.FieldProblem(boxID: "slot", message: BookingWords(refusal).message)
            return try await offer(purpose, problem: problem, status: .conflict, context)
        }
    }
}

/// For a role that does not book.
struct NotToBookPage {
    let role: String

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("Your role does not book appointments", at: .diary, context).response(
            status: .forbidden,
            """
            <h1 class="govuk-heading-l">Your role does not book appointments</h1>
            <p class="govuk-body">The role of \(role) does not. If you have another role, change to it and come back.</p>
            <p class="govuk-body">\(link("Change role", href: "/choose-role"))</p>
            """)
    }
}
