package import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// The partnership as those see it who administer it: agencies, workers, rules, agreements, duty rota and ledger. No page
/// of it names a person who is worked with.
package struct PartnershipRoutes: Feature {
    private let explain: RuleExplanation

    /// - Parameter explain: says in plain words what a definition does.
    package init(explain: @escaping RuleExplanation = Definitions.briefly) {
        self.explain = explain
    }

    package var place: Place? { .partnership }

    package func add(to routes: Routes) {
        routes.get("/partnership", for: .administrators) { _, context in
            let view = try await OpenPartnership(context.world)(by: context.viewer)
            return PartnershipPage(view: view).response(context)
        }
        routes.get("/partnership/rules", for: .administrators) { _, context in
            RulesPage(view: try await OpenRules(context.world)(by: context.viewer)).response(context)
        }
        routes.get("/partnership/rules/:scheme/:name", for: .administrators) { _, context in
            let id = "\(try context.part("scheme"))/\(try context.part("name"))"
            let passages = try await OpenRules(context.world).passages(id, explain: explain, by: context.viewer)
            return RulePage(passages: passages).response(context)
        }
        routes.get("/partnership/agreements", for: .administrators) { _, context in
            AgreementsPage(agreements: try await OpenAgreements(context.world)(by: context.viewer)).response(context)
        }
        routes.get("/partnership/duty-rota", for: .administrators) { _, context in
            let view = try await OpenDutyRota(context.world)(by: context.viewer)
            return DutyRotaPage(view: view, form: ShiftForm(view), done: context.query.line("done"))
                .response(context)
        }
        routes.post("/partnership/duty-rota", for: .administrators) { _, context in try await addShift(context) }
        routes.post("/partnership/duty-rota/shift-ends", for: .administrators) { _, context in
            try await endShift(context)
        }
    }

    private func endShift(_ context: SignedInContext) async throws -> Response {
        do {
            let outcome = try await EndShift(context.world)(context.form.line("shift"), by: context.viewer)
            return .seeOther(
                outcome == .ended ? "/partnership/duty-rota?done=ended" : "/partnership/duty-rota?done=removed")
        } catch is Missing {
            return .seeOther("/partnership/duty-rota?done=gone")
        }
    }

    private func addShift(_ context: SignedInContext) async throws -> Response {
        let form = ShiftForm(context.form)
        var problems = form.problems
        if let request = form.request {
            do {
                try await AddShift(context.world)(request, key: context.form.key, by: context.viewer)
                return .seeOther("/partnership/duty-rota?done=added")
            } catch RecordRefusal.problems(let found) {
                problems += found.map {
                    Markup.FieldProblem(boxID: $0.field == "day" ? "day-day" : $0.field, message: $0.message)
                }
            } catch let refusal as RecordRefusal {
                problems.append(Markup.FieldProblem(boxID: nil, message: BookingWords(refusal).message))
            }
        }
        let view = try await OpenDutyRota(context.world)(by: context.viewer)
        return DutyRotaPage(view: view, form: form, problems: problems).response(context)
    }
}

/// The parts of the partnership, above each of its pages.
enum PartnershipParts {
    static func navigation(_ current: Href) -> HTML {
        let parts: [(String, Href)] = [
            ("Agencies", "/partnership"), ("Workers", "/partnership/workers"), ("Duty rota", "/partnership/duty-rota"),
            ("Rules", "/partnership/rules"), ("Sharing agreements", "/partnership/agreements"),
            ("Break-glass", "/partnership/break-glass"),
            ("What administrators have done", "/partnership/administration"),
        ]
        return subNavigation(
            label: "Partnership",
            parts.map { NavigationItem($0.0, href: $0.1, isCurrent: $0.1 == current) })
    }
}
