import Casework
import Domain
import Markup

/// When it happened: now unless somebody says that it happened earlier. What is amended happened when it was recorded to
/// have, to the second, unless somebody says otherwise.
struct WhenBoxes {
    let sent: SentForm
    let problem: String?
    /// When the event that is being amended happened.
    var amended: Moment?

    static let firstBox = "earlier-date-day"

    var markup: HTML {
        let date = dateInput(
            Markup.Field(
                "earlier", label: "Date", hint: "Leave it empty for today.", error: problem, id: "earlier-date"),
            boxes: DateBoxes(
                day: sent.text("earlier-day"), month: sent.text("earlier-month"), year: sent.text("earlier-year")))
        let time = timeInput(
            Markup.Field(
                "earlier-time", label: "Time", hint: "Such as 22:30. Leave it empty where only the day is known."),
            value: sent.text("earlier-time"))
        let isOpen = sent.all("earlier").contains("yes") || problem != nil
        let field = Markup.Field("earlier", label: "When did it happen?", labelSize: .small, hint: hint)
        let choice = Choice("yes", text: words, isChosen: isOpen, conditional: "\(date)\n\(time)")
        return checkboxes(field, isSmall: true, choices: [choice])
    }

    private var words: String { amended == nil ? "It happened earlier" : "It happened at another time" }

    private var hint: String {
        switch amended {
        case nil: "Now, unless you say otherwise."
        case .instant(let instant)?: "On \(London.text(instant)), unless you say otherwise."
        case .day(let day)?: "On \(day.text), unless you say otherwise."
        }
    }
}
