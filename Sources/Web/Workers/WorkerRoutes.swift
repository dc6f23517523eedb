import Casework
import Domain
import Hummingbird
import Markup

/// Who signs in, in which roles and with what: added, changed and ended by those who administer the partnership. No page
/// of it names a person who is worked with.
package struct WorkerRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/partnership/workers", for: .administrators) { _, context in
            let (agency, name) = (context.query.line("agency"), context.query.line("name"))
            let view = try await OpenWorkers(context.site.door)(agency: agency, name: name, by: context.viewer)
            return WorkersPage(view: view, agency: agency, name: name).response(context)
        }
        routes.get("/partnership/workers/new", for: .administrators) { _, context in
            let choices = try OpenWorker(context.site.door).choices(by: context.viewer)
            return NewWorkerPage(choices: choices, form: WorkerForm(today: choices.today)).response(context)
        }
        routes.postShownAgain("/partnership/workers", for: .administrators) { _, context in try await addWorker(context)
        }
        routes.get("/partnership/workers/:worker", for: .administrators) { _, context in
            let view = try await OpenWorker(context.site.door)(try context.part("worker"), by: context.viewer)
            var page = WorkerPage(view)
            page.done = context.query.line("done")
            return page.response(context)
        }
        routes.get("/partnership/administration", for: .administrators) { _, context in
            let view = try await OpenAdministration(context.world)(
                before: Int64(context.query.line("before")), by: context.viewer)
            return AdministrationPage(view: view).response(context)
        }
        WorkerActRoutes.add(to: routes)
    }

    private func addWorker(_ context: SignedInContext) async throws -> Response {
        let door = context.site.door
        let form = WorkerForm(context.form)
        let choices = try OpenWorker(door).choices(by: context.viewer)
        if context.form.line("do") == "show" { return NewWorkerPage(choices: choices, form: form).response(context) }
        var problems = form.problems
        if !choices.roles.contains(where: { $0.code == form.role.role }), !form.role.role.isEmpty {
            problems.append(Markup.FieldProblem(boxID: "role", message: "Choose a role of the rules in force."))
        }
        if problems.isEmpty {
            do {
                let issued = try await AddWorker(door)(form.new, key: context.form.key, by: context.viewer)
                let given = GivenAccess(issued, name: form.name)
                return AccessSlipPage(title: "\(form.name) has been added", given: given).response(context)
            } catch let refusal as AddWorkerRefusal {
                problems.append(WorkerForm.problem(refusal))
            } catch let refusal as WorkerRefusal {
                problems.append(
                    Markup.FieldProblem(boxID: RoleFields.box(refusal), message: WorkerWords.message(refusal)))
            } catch let sent as SentBefore {
                return .seeOther(WorkerPage.href(sent.worker).adding(query: "done", "sent-before"))
            }
        }
        return NewWorkerPage(choices: choices, form: form, problems: problems).response(context)
    }
}
