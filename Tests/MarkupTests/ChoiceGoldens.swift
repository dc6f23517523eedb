import Markup

extension Golden {
    static let choices: [Golden] = [
        Golden(
            "radios",
            radios(
                Field("result", label: "Result of the test", labelSize: .medium),
                choices: [Choice("positive", text: "Positive", isChosen: true), Choice("negative", text: "Negative")])),
        Golden(
            "radios-inline",
            radios(
                Field("bail", label: "On bail?"), layout: .inline,
                choices: [Choice("yes", text: "Yes"), Choice("no", text: "No")])),
        Golden(
            "radios-small-page-heading",
            radios(
                Field("bail", label: "On bail?", labelSize: .large, isPageHeading: true), layout: .small,
                choices: [Choice("yes", text: "Yes"), Choice("no", text: "No")])),
        Golden(
            "radios-hint-error-conditional",
            radios(
                Field("reach", label: "How to reach them", hint: "The safe way", error: "Choose a way"),
                choices: [
                    Choice(
                        "phone", text: "Phone", hint: "Not at work", isChosen: true,
                        conditional: input(Field("phone", label: "Number"))),
                    Choice("post", text: "Post", conditional: "<p class=\"govuk-body\">To a safe address</p>"),
                    .divider(),
                    Choice("none", text: "Not \(awkward)"),
                ])),
        Golden(
            "checkboxes",
            checkboxes(
                Field("drug", label: "Drugs used"),
                choices: [
                    Choice("heroin", text: "Heroin", isChosen: true),
                    Choice("crack", text: "Crack", hint: "Smoked or injected", isChosen: true),
                ])),
        Golden(
            "checkboxes-small-hint-error",
            checkboxes(
                Field("drug", label: "Drugs used", hint: "In the last 28 days", error: "Choose at least one"),
                isSmall: true,
                choices: [
                    Choice("heroin", text: "Heroin"),
                    Choice("other", text: "Other", conditional: input(Field("other", label: "Which"))),
                    .divider(),
                    Choice("none", text: "None of these", isExclusive: true),
                ])),
    ]

    static let buttons: [Golden] = [
        Golden("button", button("Save & continue")),
        Golden("button-secondary", button("Save draft", style: .secondary, name: "act", value: "draft")),
        Golden("button-warning", button("Withdraw", style: .warning)),
        Golden("button-small", button("Seen", isSmall: true)),
        Golden("button-link", linkButton("Add a note", href: "/notes/new", style: .secondary)),
        Golden("button-start", startButton("Start now", href: "/start")),
        Golden("button-print", printButton()),
        Golden(
            "post-button",
            postButton(
                "Seen", about: awkward, action: "/cells/\("a/b")/seen", tokens: FormTokens(csrf: "c1", once: "o1"),
                fields: [(name: "row", value: "1&2")], style: .secondary, isSmall: true)),
    ]
}
