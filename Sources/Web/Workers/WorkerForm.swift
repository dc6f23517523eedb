import Casework
import Domain
import Hummingbird
import Markup

/// A new worker as typed.
struct WorkerForm {
    var name = ""
    var signInName = ""
    var phone = ""
    var role: RoleFields
    private(set) var problems: [Markup.FieldProblem] = []

    /// The form as first shown.
    init(today: Day) {
        role = RoleFields(today: today)
    }

    init(_ fields: FormFields) {
        name = fields.line("name")
        signInName = fields.line("sign-in-name")
        phone = fields.line("phone")
        role = RoleFields(fields)
        if name.isEmpty { problems.append(.init(boxID: "name", message: "Enter their name as colleagues know it.")) }
        if signInName.isEmpty {
            problems.append(.init(boxID: "sign-in-name", message: "Enter what they will type to sign in."))
        }
        problems += role.problems + fields.problems
    }

    var new: AddWorker.NewWorker {
        AddWorker.NewWorker(signInName: signInName, name: name, phone: phone, role: role.request)
    }

    static func problem(_ refusal: AddWorkerRefusal) -> Markup.FieldProblem {
        switch refusal {
        case .notASignInName:
            Markup.FieldProblem(
                boxID: "sign-in-name",
                message:
                    "A sign-in name has 2 to 64 of the letters a to z, digits, full stop, hyphen, underscore and @.")
        case .nameMissing: Markup.FieldProblem(boxID: "name", message: "Enter their name as colleagues know it.")
        case .taken:
            Markup.FieldProblem(
                boxID: "sign-in-name",
                message: "Somebody has this sign-in name already, perhaps somebody who has left. Choose another.")
        case .noSuchAgency: Markup.FieldProblem(boxID: "agency", message: "Choose an agency of the partnership.")
        }
    }
}

/// The form that adds a worker.
struct NewWorkerPage {
    let choices: RoleChoices
    let form: WorkerForm
    var problems: [Markup.FieldProblem] = []

    func response(_ context: SignedInContext) -> Response {
        let hasProblems = !problems.isEmpty
        return SignedInPage("Add a worker", at: .partnership, hasProblems: hasProblems, context).response(
            status: hasProblems ? .unprocessableContent : .ok,
            before: backLink("Workers", href: "/partnership/workers"),
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">Add a worker</h1>
            <p class="govuk-body">They get a password and the key of a second factor, which the next page shows this once.</p>
            \(Markup.form(
                action: "/partnership/workers", method: .post(context.formTokens()), warnsUnsaved: true,
                content: "\(questions)\n\(button("Add the worker"))"))
            """)
    }

    private var questions: HTML {
        func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
        return """
            \(input(
                Field("name", label: "Name", hint: "As colleagues see it", error: error("name")), value: form.name,
                width: .thirty, autocomplete: "off", isSpellchecked: false))
            \(input(
                Field(
                    "sign-in-name", label: "Sign-in name",
                    hint: "2 to 64 of the letters a to z, digits, full stop, hyphen, underscore and @. It stays theirs.",
                    error: error("sign-in-name")),
                value: form.signInName, width: .twenty, autocomplete: "off", isSpellchecked: false))
            \(input(
                Field("phone", label: "Telephone (optional)", hint: "The number a colleague rings", error: error("phone")),
                value: form.phone, kind: .telephone, width: .twenty, autocomplete: "off"))
            \(form.role.questions(choices, problems: problems))
            """
    }
}
