import Markup

extension Golden {
    static let controls: [Golden] = [
        Golden("input", input(Field("name", label: "Full name"))),
        Golden(
            "input-hint-error",
            input(
                Field(
                    "reference", label: "Reference", labelSize: .medium, hint: "For example, 7K2M & <9Q4X>",
                    error: "Enter a reference"),
                value: awkward, width: .ten, autocomplete: "off", isSpellchecked: false)),
        Golden("input-page-heading", input(Field("q", label: "Find a person", labelSize: .large, isPageHeading: true))),
        Golden(
            "input-email", input(Field("email", label: "Email", id: "email-2"), kind: .email, autocomplete: "email")),
        Golden("input-affixes", input(Field("cost", label: "Cost"), value: "0", prefix: "£", suffix: "per item")),
        Golden(
            "input-shown-when",
            input(Field("other", label: "Other drug", shownWhen: ShownWhen(field: "drug", isAnyOf: ["other", "new"])))),
        Golden(
            "number-input",
            numberInput(Field("dose", label: "Dose in milligrams"), value: "12.5", suffix: "mg", isWhole: false)),
        Golden(
            "number-input-error",
            numberInput(Field("days", label: "Days", error: "Days must be a number"), value: "ten", suffix: "days")),
        Golden("time-input", timeInput(Field("at", label: "Time of arrest"), value: "09:30")),
        Golden("time-input-error", timeInput(Field("at", label: "Time of arrest", error: "Enter a time"), value: "25")),
        Golden("textarea", textarea(Field("note", label: "Note"), value: "\nTwo\nlines of \(awkward)</textarea>")),
        Golden(
            "textarea-hint-error",
            textarea(Field("note", label: "Note", hint: "Facts, not views", error: "Write a note"), rows: 8)),
        Golden(
            "select",
            select(
                Field("agency", label: "Agency"),
                choices: [Choice("", text: "Choose"), Choice("police", text: "Police & courts", isChosen: true)])),
        Golden(
            "select-hint-error",
            select(
                Field("agency", label: "Agency", hint: "Who leads", error: "Choose an agency"),
                choices: [Choice("", text: "Choose"), Choice("police", text: "Police")])),
        Golden("date-input", dateInput(Field("born", label: "Date of birth", hint: "For example, 27 3 1991"))),
        Golden(
            "date-input-error",
            dateInput(
                Field("born", label: "Date of birth", labelSize: .medium, error: "Date of birth must be in the past"),
                boxes: DateBoxes(day: "27", month: "3", year: "2991"))),
        Golden(
            "date-input-error-year",
            dateInput(
                Field("born", label: "Date of birth", error: "Date of birth must include a year"),
                boxes: DateBoxes(day: "27", month: "3", year: "", wrong: [.year]))),
        Golden(
            "fieldset",
            fieldset(
                legend: "Address", size: .large, isPageHeading: true, content: input(Field("line", label: "Street")))),
        Golden(
            "fieldset-described",
            fieldset(
                legend: "Address", role: "group", describedBy: "address-hint", content: hint("Home", id: "address-hint")
            )
        ),
        Golden(
            "error-summary",
            errorSummary([
                FieldProblem(boxID: "born-year", message: "Date of birth must include a year"),
                FieldProblem(boxID: nil, message: "This place was taken by <another> worker"),
            ])),
        Golden("error-summary-nothing-wrong", errorSummary([])),
        Golden("error-message", "\(errorMessage("Enter \(awkward)", id: "x-error"))"),
        Golden(
            "label-and-hint", "<i id=\"x\"></i>\(label("Name", for: "x", size: .small))\(hint("In full", id: "x-hint"))"
        ),
        Golden(
            "form-post",
            form(
                action: "/referrals", method: .post(FormTokens(csrf: "c'1", once: "o\"2")), live: "/referrals/check",
                warnsUnsaved: true,
                content: "\(button("Send"))\(liveAnswer(announcement: "Yes", content: "<p>Yes</p>"))")
        ),
        Golden("form-get", form(action: "/people?sort=name", method: .get, content: button("Search"))),
        Golden("live-answer-empty", liveAnswer(content: "")),
    ]
}
