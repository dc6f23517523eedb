import Casework
import Domain
import Markup

/// One question of a record's form, as boxes.
struct QuestionMarkup {
    let question: Domain.Field
    let options: [Option]
    let sent: SentForm
    /// Where the answer shown was filled in from, if it was.
    let because: String?
    /// What is wrong with the answer.
    let error: String?
    let shownWhen: ShownWhen?

    private var name: String { SentForm.name(of: question.id) }
    private var text: String { sent.text(name) }

    /// The id of the first box, where an error summary leads.
    static func firstBox(of field: Domain.Field) -> String {
        let name = SentForm.name(of: field.id)
        switch field.kind {
        case .day, .instant: return name + "-day"
        case .weeks: return name + "-1"
        default: return name
        }
    }

    /// The id of the list that a box of codes offers while it is typed.
    static func suggestions(of field: Domain.Field) -> String? {
        guard !field.codeLists.isEmpty else { return nil }
        return "codes-" + field.codeLists.map { $0.split(separator: "/").joined(separator: "-") }.joined(separator: "-")
    }

    var markup: HTML { question.isAsked ? asked : carried }

    /// What no form asks goes along with it.
    private var carried: HTML {
        "\(sent.all(name).filter { !$0.isEmpty }.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML })"
    }

    private var asked: HTML { question.hasReasonsAmongAnswers ? boxes : "\(boxes)\n\(reasons)" }

    private var field: Markup.Field {
        Markup.Field(name, label: question.question, labelSize: .small, hint: hint, error: error, shownWhen: shownWhen)
    }

    private var hint: String? {
        let filled = because.map { "Filled in: \($0)." }
        let words = [question.hint, filled ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    private var boxes: HTML {
        switch question.kind {
        // What is known to be one of a few is chosen, though it is kept as text.
        case .text where !options.isEmpty && question.codeLists.isEmpty: choice
        case .text(let lines, _):
            lines > 1
                ? textarea(field, value: text, rows: lines)
                : input(field, value: text, width: nil, suggestions: Self.suggestions(of: question))
        case .choice, .worker, .agency, .venue: choice
        case .choices: checkboxes(field, isSmall: options.count > 6, choices: choices(chosen: sent.all(name)))
        case .number(let unit, _, let whole):
            numberInput(field, value: text, suffix: unit.isEmpty ? nil : unit, isWhole: whole)
        case .day: dateInput(field, boxes: date)
        case .instant: "\(dateInput(field, boxes: date))\n\(time)"
        case .yesNo: radios(field, layout: .inline, choices: choices(chosen: [text]))
        case .scale(let low, let high, let poor, let good): scale(low, high, poor, good)
        case .weeks(let count): weeks(count)
        case .person: person
        case .money: input(field, value: text, width: .ten, inputMode: "decimal", prefix: "£")
        }
    }

    /// Few answers are seen at once; many are chosen from a list.
    private var choice: HTML {
        if options.count + question.missingAllowed.count <= 8 {
            return radios(field, layout: .small, choices: choices(chosen: [text]))
        }
        return select(field, choices: [Choice("", text: "Choose", isChosen: text.isEmpty)] + choices(chosen: [text]))
    }

    private func choices(chosen: [String]) -> [Choice] {
        let answers: [(code: String, title: String, hint: String)] =
            question.kind == .yesNo
            ? [("yes", "Yes", ""), ("no", "No", "")] : options.map { ($0.code, $0.title, $0.hint) }
        var isExclusive = false
        if case .choices = question.kind { isExclusive = true }
        let given = answers.map { answer in
            Choice(
                answer.code, text: answer.title, hint: answer.hint.isEmpty ? nil : answer.hint,
                isChosen: chosen.contains(answer.code),
                isExclusive: isExclusive && options.contains { $0.code == answer.code && $0.excludesOthers })
        }
        guard question.hasReasonsAmongAnswers else { return given }
        return given
            + question.missingAllowed.map { reason in
                Choice(
                    reason.box, text: reason.words, isChosen: chosen.contains(reason.box), isExclusive: isExclusive)
            }
    }

    private var date: DateBoxes {
        DateBoxes(day: sent.text(name + "-day"), month: sent.text(name + "-month"), year: sent.text(name + "-year"))
    }

    private var time: HTML {
        timeInput(
            Markup.Field(name + "-time", label: "Time", shownWhen: shownWhen), value: sent.text(name + "-time"))
    }

    private func scale(_ low: Int, _ high: Int, _ poor: String, _ good: String) -> HTML {
        var field = field
        let ends = "From \(low)\(poor.isEmpty ? "" : " (\(poor))") to \(high)\(good.isEmpty ? "" : " (\(good))")."
        field.hint = [ends, hint ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return numberInput(field, value: text, isWhole: true, width: .three)
    }

    private func weeks(_ count: Int) -> HTML {
        let boxes: [HTML] = (1...count).map { week in
            let box = Markup.Field(
                "\(name)-\(week)", label: "Week \(week)", hint: week == 1 ? hint ?? "Days in the week, 0 to 7." : nil,
                error: week == 1 ? error : nil, shownWhen: shownWhen)
            return numberInput(box, value: sent.text("\(name)-\(week)"), isWhole: true, width: .two)
        }
        return fieldset(legend: question.question, size: .small, role: "group", content: boxes.joined(separator: "\n"))
    }

    private var person: HTML {
        var field = field
        field.hint = [hint ?? "", "Their reference."].filter { !$0.isEmpty }.joined(separator: " ")
        return input(field, value: text, width: .twenty, autocomplete: "off", isSpellchecked: false)
    }

    /// Boxes that say why there is no answer, for questions that are not answered by choosing.
    private var reasons: HTML? {
        guard !question.missingAllowed.isEmpty else { return nil }
        let chosen = sent.all(name + "-none")
        return checkboxes(
            Markup.Field(name + "-none", label: "Or, if there is no answer", shownWhen: shownWhen), isSmall: true,
            choices: question.missingAllowed.map { reason in
                Choice(reason.box, text: reason.words, isChosen: chosen.contains(reason.box), isExclusive: true)
            })
    }
}

extension Answer.Missing {
    /// The value posted for it.
    var box: String { "missing:" + rawValue }

    var words: String {
        switch self {
        case .notAsked: "Not asked"
        case .declined: "Declined to answer"
        case .notKnown: "Not known"
        }
    }
}
