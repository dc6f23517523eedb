import Casework
import Hummingbird
import Markup

/// What is done about one worker. Each act ends on the worker's page, or on the slip that shows what was given.
enum WorkerActRoutes {
    static func add(to routes: Routes) {
        routes.postShownAgain("/partnership/workers/:worker/roles", for: .administrators) { _, context in
            try await addRole(context)
        }
        routes.post("/partnership/workers/:worker/role-ends", for: .administrators) { _, context in
            let form = RoleEndForm(context.form)
            return try await answer(context, form.problems, box: RoleEndForm.box, shown: { $0.end = form }) { id in
                guard let parts = form.parts else { throw Missing() }
                try await EndRole(context.world)(
                    of: id, agency: parts.agency, role: parts.role, on: form.last, key: context.form.key,
                    by: context.viewer)
                return done(id, "role-ended")
            }
        }
        routes.post("/partnership/workers/:worker/access", for: .administrators) { _, context in
            try await giveAccess(context)
        }
        routes.post("/partnership/workers/:worker/session-ends", for: .administrators) { _, context in
            try await answer(context, [], box: { _ in nil }) { id in
                try await EndSessions(context.world)(of: id, key: context.form.key, by: context.viewer)
                return done(id, "sessions-ended")
            }
        }
        routes.post("/partnership/workers/:worker/leaving", for: .administrators) { _, context in
            let isSure = context.form.line("leave") == "yes"
            let unsure = Markup.FieldProblem(
                boxID: "leave", message: "Tick the box if they leave now. It ends everything they have at once.")
            return try await answer(context, isSure ? [] : [unsure], box: { _ in "leave" }) { id in
                try await RecordLeaving(context.world)(of: id, key: context.form.key, by: context.viewer)
                return done(id, "left")
            }
        }
    }

    private static func addRole(_ context: SignedInContext) async throws -> Response {
        let form = RoleFields(context.form)
        if context.form.line("do") == "show" {
            let id = try context.part("worker")
            var page = WorkerPage(try await OpenWorker(context.site.door)(id, by: context.viewer))
            page.forms.role = form
            page.forms.isRoleOpen = true
            return page.response(context)
        }
        return try await answer(
            context, form.problems + context.form.problems, box: RoleFields.box, shown: { $0.role = form }
        ) { id in
            try await AddRole(context.world)(form.request, to: id, key: context.form.key, by: context.viewer)
            return done(id, "role-added")
        }
    }

    private static func giveAccess(_ context: SignedInContext) async throws -> Response {
        let what = GiveAccess.What(rawValue: context.form.line("access"))
        var problems: [Markup.FieldProblem] = []
        if what == nil { problems.append(.init(boxID: "access", message: "Choose what they need.")) }
        if context.form.line("access-sure") != "yes" {
            problems.append(
                .init(
                    boxID: "access-sure",
                    message: "Make sure that it is them, by a call back or in person, then tick the box."))
        }
        let chosen = context.form.line("access")
        return try await answer(context, problems, box: { _ in "access" }, shown: { $0.access = chosen }) { id in
            guard let what else { throw Missing() }
            let given = try await GiveAccess(context.site.door)(what, to: id, key: context.form.key, by: context.viewer)
            return AccessSlipPage(title: "New access for \(given.name)", given: given).response(context)
        }
    }

    private static func done(_ id: String, _ what: String) -> Response {
        .seeOther(WorkerPage.href(id).adding(query: "done", what))
    }

    /// Does the act unless something is wrong; what stands against it is said on the worker's page, with what was typed.
    private static func answer(
        _ context: SignedInContext, _ problems: [Markup.FieldProblem], box: (WorkerRefusal) -> String?,
        shown: (inout WorkerActForms) -> Void = { _ in }, act: (String) async throws -> Response
    ) async throws -> Response {
        let id = try context.part("worker")
        var problems = problems
        if problems.isEmpty {
            do {
                return try await act(id)
            } catch let refusal as WorkerRefusal {
                problems = [Markup.FieldProblem(boxID: box(refusal), message: WorkerWords.message(refusal))]
            } catch let sent as SentBefore {
                return done(sent.worker, "sent-before")
            }
        }
        var page = WorkerPage(try await OpenWorker(context.site.door)(id, by: context.viewer))
        shown(&page.forms)
        page.problems = problems
        return page.response(context)
    }
}
