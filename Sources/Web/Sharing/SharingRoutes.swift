import Casework
import Domain
import Hummingbird
import Markup

/// Who may see a person's record, what they agreed to, and who has looked.
package struct SharingRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/people/:person/sharing", for: .caseworkers) { _, context in
            let view = try await OpenSharing(context.world)(try context.part("person"), by: context.viewer)
            return SharingPage(view: view, context: context).response
        }
        routes.get("/people/:person/sharing/sheet", for: .caseworkers) { _, context in
            let view = try await OpenSharing(context.world)(try context.part("person"), by: context.viewer)
            return SharingSheet(view: view, context: context).response
        }
        routes.get("/people/:person/sharing/looks/sheet", for: .caseworkers) { _, context in
            let view = try await WhoHasLooked(context.world)(try context.part("person"), by: context.viewer)
            return LooksSheet(view: view, context: context).response
        }
        routes.get("/people/:person/sharing/looks", for: .caseworkers) { _, context in
            let view = try await WhoHasLooked(context.world)(try context.part("person"), by: context.viewer)
            return LooksPage(view: view, context: context).response
        }
        // Taking a consent back is a thing one makes: a record.
        routes.post("/people/:person/sharing/withdrawals", for: .caseworkers) { _, context in
            let (person, form) = (try context.part("person"), context.form)
            do {
                try await WithdrawConsent(context.world)(
                    form.line("consent"), recipient: form.line("recipient"), of: person, key: form.key,
                    by: context.viewer)
            } catch let refusal as RecordRefusal {
                let view = try await OpenSharing(context.world)(person, by: context.viewer)
                return SharingPage(view: view, context: context, problem: RefusalWords(refusal).what).response
            }
            return .seeOther(("/people/\(person)/sharing" as Href).adding(query: "done", "withdrawn"))
        }
    }
}
