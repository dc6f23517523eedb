import Casework
import Domain
import Markup

/// When it happened: now unless somebody says that it happened earlier.
struct WhenBoxes {
    let sent: SentForm
    let problem: String?

    static let firstBox = "earlier-date-day"

    var markup: HTML {
        let date = dateInput(
            Markup.Field("earlier", label: "Date", hint: "Leave it empty for today.", error: problem, id: "earlier-date"),
            boxes: DateBoxes(
                day: sent.text("earlier-day"), month: sent.text("earlier-month"), year: sent.text("earlier-year")))
        let time = timeInput(
            Markup.Field(
                "earlier-time", label: "Time", hint: "Such as 22:30. Leave it empty where only the day is known."),
            value: sent.text("earlier-time"))
        let isOpen = sent.all("earlier").contains("yes") || problem != nil
        return checkboxes(
            Markup.Field("earlier", label: "When did it happen?", labelSize: .small, hint: "Now, unless you say otherwise."),
            isSmall: true,
            choices: [Choice("yes", text: "It happened earlier", isChosen: isOpen, conditional: "\(date)\n\(time)")])
    }
}
