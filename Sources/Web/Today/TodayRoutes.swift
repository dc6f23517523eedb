import Casework
import Domain
import Hummingbird
import Markup

/// A worker's day.
package struct TodayRoutes: Feature {
    package init() {}

    package var place: Place? { .today }

    package func add(to routes: Routes) {
        routes.get("/today", for: .caseworkers) { _, context in
            let view = try await OpenToday(context.world)(by: context.viewer)
            var page = TodayPage(view: view, context: context)
            page.acknowledged = try await TodayRoutes.acknowledged(context)
            return page.response
        }
        routes.post("/today/messages", for: .caseworkers) { _, context in
            do {
                try await NoteMessage(context.world)(context.form.line("message"), by: context.viewer)
            } catch is Missing {
                // Somebody has noted it meanwhile, or it is not theirs: Today shows what is left.
            }
            return .seeOther("/today")
        }
        routes.post("/today/acknowledgements", for: .caseworkers) { _, context in
            do {
                let done = try await Acknowledge(context.world)(
                    try Acknowledge.Alert(context.form), doing: context.form.line("doing"),
                    form: context.form.key, by: context.viewer)
                return .seeOther(("/today" as Href).adding(query: "done", done.event ?? "acknowledged"))
            } catch let refusal as RecordRefusal {
                let view = try await OpenToday(context.world)(by: context.viewer)
                return TodayPage(view: view, context: context, problem: RefusalWords(refusal).what).response
            }
        }
    }

    /// What was just said to be in hand; `nil` where nothing was, or it is not this viewer's to see.
    private static func acknowledged(_ context: SignedInContext) async throws -> ReceiptView? {
        let event = context.query.line("done")
        guard !event.isEmpty, event != "acknowledged" else { return nil }
        do {
            return try await OpenReceipt(context.world)(event, by: context.viewer)
        } catch is Missing {
            return nil
        }
    }
}

extension Acknowledge.Alert {
    /// The fields by which a button names an alert.
    var fields: [(name: String, value: String)] {
        [("opened-by", openedBy), ("programme", programme), ("clock", clock), ("number", String(number))]
    }

    /// Throws `Missing` for fields that name none.
    fileprivate init(_ form: FormFields) throws {
        guard let number = Int(form.line("number")) else { throw Missing() }
        self.init(
            openedBy: form.line("opened-by"), programme: form.line("programme"), clock: form.line("clock"),
            number: number)
    }
}
