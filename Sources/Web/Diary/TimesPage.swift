import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// The form that adds a weekly series of times to the diary.
struct TimesPage {
    let form: TimesForm
    let choices: AddTimes.Choices
    var problems: [Markup.FieldProblem] = []

    private static let title = "Add times to the diary"

    func response(_ context: SignedInContext) -> Response {
        let hasProblems = !problems.isEmpty
        let content: HTML =
            choices.places.isEmpty
            ? insetText("Your agency has no place yet. An administrator of the partnership can add one.")
            : Markup.form(
                action: "/diary/times", method: .post(context.formTokens()), warnsUnsaved: true,
                content: "\(questions)\n\(button("Add the times"))")
        return SignedInPage(Self.title, at: .diary, hasProblems: hasProblems, context).response(
            status: hasProblems ? .unprocessableContent : .ok, before: backLink("Diary", href: "/diary"),
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">\(Self.title)</h1>
            <p class="govuk-body">The times repeat every week. Bank holidays are left out. A time that is there already \
            stays as it is.</p>
            \(content)
            """)
    }

    private var questions: HTML {
        """
        \(select(
            field("purpose", "What are the times for?"),
            choices: [Choice("", text: "Choose one")]
                + choices.purposes.map { Choice($0.code, text: $0.title, isChosen: $0.code == form.purpose) }))
        \(radios(
            field("venue", "Where?"),
            choices: choices.places.map {
                Choice(
                    $0.code, text: $0.title, hint: $0.hint.isEmpty ? nil : $0.hint,
                    isChosen: $0.code == form.venue || choices.places.count == 1)
            }))
        \(input(field("room", "Room, if there are several", hint: "Two times at once need two rooms"), value: form.room, width: .twenty))
        \(checkboxes(
            field("weekdays", "On which days of the week?"), isSmall: true,
            choices: Weekday.allCases.map {
                Choice(String($0.rawValue), text: $0.name, isChosen: form.weekdays.contains(String($0.rawValue)))
            }))
        \(input(
            field("times", "At what times?", hint: "With commas between them, for example 09:30, 10:15, 14:00"),
            value: form.times, autocomplete: "off", isSpellchecked: false))
        \(numberInput(field("minutes", "How long is each?"), value: form.minutes, suffix: "minutes"))
        \(dateInput(
            Markup.Field("from", label: "From which day?", error: error("from-day")), boxes: form.from))
        \(numberInput(
            field("weeks", "For how many weeks?", hint: "At most \(AddTimes.mostWeeks) weeks"), value: form.weeks,
            suffix: "weeks"))
        """
    }

    private func field(_ name: String, _ label: String, hint: String? = nil) -> Markup.Field {
        Markup.Field(name, label: label, hint: hint, error: error(name))
    }

    private func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
}
