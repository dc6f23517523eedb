import Casework
import Domain
import Hummingbird
import Markup

/// Recording things about a person, and putting them right.
package struct RecordingFeature: Feature {
    package init() {}

    package func add(to routes: Routes) {
        let body = BodyRule.form(limitBytes: 256 << 10)
        routes.get("/people/:person/record", for: .caseworkers) { _, context in
            ChoosePage(
                context: context,
                choices: try await ChooseRecord(context.world)(context.reference("person"), by: context.viewer)
            )
            .response()
        }
        let form = "/people/:person/record/:scheme/:type"
        routes.get(form, for: .caseworkers) { _, context in try await Recording(context).open() }
        routes.postShownAgain(form, for: .caseworkers, body: body) { _, context in try await Recording(context).send() }
        routes.post(form + "/answer", for: .caseworkers, body: body) { _, context in
            try await Recording(context).answer()
        }
        routes.post(form + "/discard", for: .caseworkers) { _, context in try await Recording(context).discard() }
        let event = "/people/:person/events/:event"
        routes.get(event, for: .caseworkers) { _, context in
            EventPage(context: context, detail: try await EventPage.open(context)).response()
        }
        routes.get(event + "/receipt", for: .caseworkers) { _, context in
            let view = try await OpenReceipt(context.world)(
                context.reference("event"), of: context.reference("person"), by: context.viewer)
            return ReceiptPage(context: context, view: view).response()
        }
        let amend = event + "/amend"
        routes.get(amend, for: .caseworkers) { _, context in try await Amending(context).open() }
        routes.postShownAgain(amend, for: .caseworkers, body: body) { _, context in try await Amending(context).send() }
        routes.post(amend + "/answer", for: .caseworkers, body: body) { _, context in
            try await Amending(context).answer()
        }
        routes.get(event + "/withdraw", for: .caseworkers) { _, context in
            try await Correcting(context, .withdraw).open()
        }
        routes.post(event + "/withdraw", for: .caseworkers) { _, context in
            try await Correcting(context, .withdraw).send()
        }
        routes.get(event + "/move", for: .caseworkers) { _, context in try await Correcting(context, .move).open() }
        routes.post(event + "/move", for: .caseworkers) { _, context in try await Correcting(context, .move).send() }
    }
}

extension EventPage {
    static func open(_ context: SignedInContext) async throws -> EventDetail {
        try await OpenEvent(context.world)(
            context.reference("event"), of: context.reference("person"), by: context.viewer)
    }
}
