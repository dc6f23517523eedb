import Casework
import Domain
import Markup

/// The forms on a worker's page, with what was typed into them.
struct WorkerActForms {
    var role: RoleFields
    var end = RoleEndForm()
    var access = ""
    /// A form that came back after signing in again stands open.
    var isRoleOpen = false

    /// Each act opens under a line of its own; the one with something wrong stands open.
    func markup(_ view: WorkerView, problems: [Markup.FieldProblem], _ context: SignedInContext) -> HTML {
        let boxes = Set(problems.compactMap(\.boxID))
        func part(_ title: String, _ own: [String], _ path: String, _ content: HTML) -> HTML {
            let action: Href = "/partnership/workers/\(view.worker.id)/\(path)"
            let isOpen = path == "roles" && isRoleOpen || own.contains { own in boxes.contains { $0.hasPrefix(own) } }
            return details(
                title, isOpen: isOpen,
                content: Markup.form(action: action, method: .post(context.formTokens()), content: content))
        }
        func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
        let adding = part(
            "Add a role", ["agency", "role", "team", "venue", "from", "until"], "roles",
            """
            \(view.worker.isFormer ? insetText(back) : nil)\(role.questions(view.choices, problems: problems))
            \(button("Add the role"))
            """)
        guard !view.worker.isFormer else { return adding }
        return """
            \(adding)
            \(part("End a role", ["end-"], "role-ends", end.questions(view, error: error)))
            \(part("Give a new password or second factor", ["access"], "access", accessQuestions(view, error)))
            \(part("End all sessions", [], "session-ends", sessions(view)))
            \(part("They leave at once", ["leave"], "leaving", leaving(view, error)))
            """
    }

    private var back: HTML {
        """
        A role brings them back, with the password and the second factor they had. If those are lost, or somebody else \
        may know them, give new ones as well.
        """
    }

    private func accessQuestions(_ view: WorkerView, _ error: (String) -> String?) -> HTML {
        """
        <p class="govuk-body">The next page shows what is new, this once. Every session of theirs ends at once, and wrong \
        guesses at their password are forgotten.</p>
        \(radios(
            Field("access", label: "What do they need?", error: error("access")),
            choices: [
                Choice("password", text: "A new password", isChosen: access == "password"),
                Choice(
                    "second-factor", text: "A new second factor", hint: "They lost the phone, or have another",
                    isChosen: access == "second-factor"),
                Choice("both", text: "Both", isChosen: access == "both"),
            ]))
        \(checkboxes(
            Field("access-sure", label: "Who is asking?", error: error("access-sure")),
            choices: [Choice("yes", text: "I am sure that it is \(view.worker.name) who asks")]))
        \(button("Give it"))
        """
    }

    private func sessions(_ view: WorkerView) -> HTML {
        """
        <p class="govuk-body">Open now: \(String(view.worker.openSessions)). They must sign in again everywhere, as if from \
        browsers they had never used.</p>
        \(button("End all sessions"))
        """
    }

    private func leaving(_ view: WorkerView, _ error: (String) -> String?) -> HTML {
        """
        <p class="govuk-body">Every role and session ends now, and their shifts on the duty rota with them. What they \
        recorded stays. For a leaver on a later day, end each role on that day.</p>
        \(checkboxes(
            Field("leave", label: "Do they leave now?", error: error("leave")),
            choices: [Choice("yes", text: "Yes, \(view.worker.name) leaves now")]))
        \(button("End everything now", style: .warning))
        """
    }
}
