"""Tests/MarkupTests/ChoiceGoldens.swift."""

from .words import AWKWARD, field_input, html, legend, text

YES_NO = [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}]

CHOICES = [
    (
        "radios",
        "radios",
        {
            "name": "result",
            "fieldset": legend("Result of the test", "m"),
            "items": [{"value": "positive", "text": "Positive", "checked": True}, {"value": "negative", "text": "Negative"}],
        },
    ),
    ("radios-inline", "radios", {"name": "bail", "classes": "govuk-radios--inline", "fieldset": legend("On bail?"), "items": YES_NO}),
    (
        "radios-small-page-heading",
        "radios",
        {"name": "bail", "classes": "govuk-radios--small", "fieldset": legend("On bail?", "l", True), "items": YES_NO},
    ),
    (
        "radios-hint-error-conditional",
        "radios",
        {
            "name": "reach",
            "fieldset": legend("How to reach them"),
            "hint": text("The safe way"),
            "errorMessage": text("Choose a way"),
            "items": [
                {
                    "value": "phone",
                    "text": "Phone",
                    "hint": text("Not at work"),
                    "checked": True,
                    "conditional": html(field_input("phone", "Number")),
                },
                {"value": "post", "text": "Post", "conditional": html('<p class="govuk-body">To a safe address</p>')},
                {"divider": "or"},
                {"value": "none", "text": f"Not {AWKWARD}"},
            ],
        },
    ),
    (
        "checkboxes",
        "checkboxes",
        {
            "name": "drug",
            "fieldset": legend("Drugs used"),
            "items": [
                {"value": "heroin", "text": "Heroin", "checked": True},
                {"value": "crack", "text": "Crack", "hint": text("Smoked or injected"), "checked": True},
            ],
        },
    ),
    (
        "checkboxes-small-hint-error",
        "checkboxes",
        {
            "name": "drug",
            "classes": "govuk-checkboxes--small",
            "fieldset": legend("Drugs used"),
            "hint": text("In the last 28 days"),
            "errorMessage": text("Choose at least one"),
            "items": [
                {"value": "heroin", "text": "Heroin"},
                {"value": "other", "text": "Other", "conditional": html(field_input("other", "Which"))},
                {"divider": "or"},
                {"value": "none", "text": "None of these", "behaviour": "exclusive"},
            ],
        },
    ),
]

ONCE = {"preventDoubleClick": True}
BUTTONS = [
    ("button", "button", {"text": "Save & continue", **ONCE}),
    ("button-secondary", "button", {"text": "Save draft", "classes": "govuk-button--secondary", "name": "act", "value": "draft", **ONCE}),
    ("button-warning", "button", {"text": "Withdraw", "classes": "govuk-button--warning", **ONCE}),
    ("button-small", "button", {"text": "Seen", "classes": "tc-act", **ONCE}),
    ("button-link", "button", {"text": "Add a note", "href": "/notes/new", "classes": "govuk-button--secondary"}),
    ("button-start", "button", {"text": "Start now", "href": "/start", "isStartButton": True}),
]
