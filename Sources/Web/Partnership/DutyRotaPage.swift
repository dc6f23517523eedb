import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// Who is on duty in the next days, and the form that adds a shift.
struct DutyRotaPage {
    let view: DutyRotaView
    let form: ShiftForm
    var problems: [Markup.FieldProblem] = []
    var done = ""

    func response(_ context: SignedInContext) -> Response {
        let hasProblems = !problems.isEmpty
        return SignedInPage("Duty rota", at: .partnership, hasProblems: hasProblems, context).response(
            status: hasProblems ? .unprocessableContent : .ok,
            before: PartnershipParts.navigation("/partnership/duty-rota"),
            """
            \(banner)\(errorSummary(problems))
            <h1 class="govuk-heading-l">Duty rota</h1>
            <p class="govuk-body">Until somebody takes the lead with a person, whoever is on duty leads: at night, the \
            worker whose shift starts next. This page shows \(view.from.text) to \(view.until.text).</p>
            \(view.rotas.isEmpty ? insetText("No programme names a duty rota.") : "\(view.rotas.map { rota($0, context) })")
            \(view.rotas.isEmpty ? nil : adding(context))
            """)
    }

    private var banner: HTML? {
        switch done {
        case "added": notificationBanner(.success, heading: "The shift has been added")
        case "removed": notificationBanner(.success, heading: "The shift has been removed")
        case "ended": notificationBanner(.success, heading: "The shift has ended")
        case "gone": notificationBanner(heading: "That shift is over, or was removed before")
        default: nil
        }
    }

    private func rota(_ rota: DutyRotaView.RotaPart, _ context: SignedInContext) -> HTML {
        guard !rota.shifts.isEmpty else {
            return """
                <h2 class="govuk-heading-m">\(rota.title)</h2>
                \(warningText("Nobody is on the rota in these days. New cases will have no lead worker."))
                """
        }
        return table(
            caption: rota.title,
            columns: [
                TableColumn("Day"), TableColumn("Time"), TableColumn("Worker"),
                TableColumn("What you can do", isTitleHidden: true),
            ],
            rows: rota.shifts.map { shift in
                TableRow([
                    "\(London.day(of: shift.start).longText)", "\(hours(shift))",
                    "\(shift.worker)\(shift.isOn ? " \(tag("On duty now", .green))" as HTML : nil)",
                    ending(shift, context),
                ])
            })
    }

    /// A shift that runs ends now; one to come is removed.
    private func ending(_ shift: DutyRotaView.Shift, _ context: SignedInContext) -> HTML {
        let about = "the shift of \(shift.worker) on \(London.day(of: shift.start).longText), \(hours(shift))"
        return postButton(
            shift.isOn ? "End now" : "Remove", about: about, action: "/partnership/duty-rota/shift-ends",
            tokens: context.formTokens(), fields: [("shift", shift.id)], style: .secondary, isSmall: true)
    }

    private func hours(_ shift: DutyRotaView.Shift) -> String {
        let (start, end) = (London.time(of: shift.start).text, London.time(of: shift.end).text)
        let isNextDay = London.day(of: shift.end) != London.day(of: shift.start)
        return isNextDay ? "\(start) to \(end) the next day" : "\(start) to \(end)"
    }

    private func adding(_ context: SignedInContext) -> HTML {
        """
        <h2 class="govuk-heading-m">Add a shift</h2>
        \(Markup.form(
            action: "/partnership/duty-rota", method: .post(context.formTokens()), warnsUnsaved: true,
            content: "\(rotaQuestion)\n\(questions)\n\(button("Add the shift"))"))
        """
    }

    /// Asked only where there are several.
    private var rotaQuestion: HTML {
        if let only = view.rotas.first, view.rotas.count == 1 {
            return "<input type=\"hidden\" name=\"rota\" value=\"\(only.id)\">"
        }
        return radios(
            field("rota", "Which rota?"),
            choices: view.rotas.map { Choice($0.id, text: $0.title, isChosen: $0.id == form.rota) })
    }

    private var questions: HTML {
        var seen: Set<String> = []
        let workers = view.rotas.flatMap(\.workers).filter { seen.insert($0.code).inserted }
        return """
            \(select(
                field("worker", "Who?"),
                choices: [Choice("", text: "Choose one")]
                    + workers.map { Choice($0.code, text: $0.title, isChosen: $0.code == form.worker) }))
            \(dateInput(Markup.Field("day", label: "On which day does it start?", error: error("day-day")), boxes: form.day))
            \(timeInput(field("from", "From"), value: form.from))
            \(timeInput(
                field("until", "Until", hint: "An earlier time than the start is on the next day"), value: form.until))
            """
    }

    private func field(_ name: String, _ label: String, hint: String? = nil) -> Markup.Field {
        Markup.Field(name, label: label, hint: hint, error: error(name))
    }

    private func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
}
