"""Tests/MarkupTests/ControlGoldens.swift."""

from .words import AWKWARD, date_items, field_input, html, label, legend, text

INPUTS = [
    ("input", "input", {"name": "name", "label": label("Full name")}),
    (
        "input-hint-error",
        "input",
        {
            "name": "reference",
            "label": label("Reference", "m"),
            "hint": text("For example, 7K2M & <9Q4X>"),
            "errorMessage": text("Enter a reference"),
            "value": AWKWARD,
            "classes": "govuk-input--width-10",
            "autocomplete": "off",
            "spellcheck": False,
        },
    ),
    ("input-page-heading", "input", {"name": "q", "label": label("Find a person", "l", True)}),
    ("input-email", "input", {"name": "email", "id": "email-2", "label": label("Email"), "type": "email", "autocomplete": "email"}),
    ("input-affixes", "input", {"name": "cost", "label": label("Cost"), "value": "0", "prefix": text("£"), "suffix": text("per item")}),
    (
        "input-shown-when",
        "input",
        {
            "name": "other",
            "label": label("Other drug"),
            "formGroup": {"attributes": {"data-show-when": "drug", "data-show-values": "other|new"}},
        },
    ),
    (
        "number-input",
        "input",
        {
            "name": "dose",
            "label": label("Dose in milligrams"),
            "value": "12.5",
            "suffix": text("mg"),
            "inputmode": "decimal",
            "spellcheck": False,
            "classes": "govuk-input--width-5",
        },
    ),
    (
        "number-input-error",
        "input",
        {
            "name": "days",
            "label": label("Days"),
            "errorMessage": text("Days must be a number"),
            "value": "ten",
            "suffix": text("days"),
            "inputmode": "numeric",
            "spellcheck": False,
            "classes": "govuk-input--width-5",
        },
    ),
    ("textarea", "textarea", {"name": "note", "label": label("Note"), "value": f"\n\nTwo\nlines of {AWKWARD}</textarea>"}),
    (
        "textarea-hint-error",
        "textarea",
        {"name": "note", "label": label("Note"), "hint": text("Facts, not views"), "errorMessage": text("Write a note"), "rows": 8},
    ),
    (
        "select",
        "select",
        {
            "name": "agency",
            "label": label("Agency"),
            "items": [{"value": "", "text": "Choose"}, {"value": "police", "text": "Police & courts", "selected": True}],
        },
    ),
    (
        "select-hint-error",
        "select",
        {
            "name": "agency",
            "label": label("Agency"),
            "hint": text("Who leads"),
            "errorMessage": text("Choose an agency"),
            "items": [{"value": "", "text": "Choose"}, {"value": "police", "text": "Police"}],
        },
    ),
    (
        "date-input",
        "date-input",
        {"id": "born", "namePrefix": "born", "fieldset": legend("Date of birth"), "hint": text("For example, 27 3 1991"), "items": date_items()},
    ),
    (
        "date-input-error",
        "date-input",
        {
            "id": "born",
            "namePrefix": "born",
            "fieldset": legend("Date of birth", "m"),
            "errorMessage": text("Date of birth must be in the past"),
            "items": date_items(("27", "3", "2991"), ("day", "month", "year")),
        },
    ),
    (
        "date-input-error-year",
        "date-input",
        {
            "id": "born",
            "namePrefix": "born",
            "fieldset": legend("Date of birth"),
            "errorMessage": text("Date of birth must include a year"),
            "items": date_items(("27", "3", ""), ("year",)),
        },
    ),
    ("fieldset", "fieldset", {**legend("Address", "l", True), **html(field_input("line", "Street"))}),
    (
        "fieldset-described",
        "fieldset",
        {**legend("Address"), "role": "group", "describedBy": "address-hint", **html('<div id="address-hint" class="govuk-hint">Home</div>')},
    ),
    (
        "error-summary",
        "error-summary",
        {
            "titleText": "There is a problem",
            "errorList": [
                {"text": "Date of birth must include a year", "href": "#born-year"},
                {"text": "This place was taken by <another> worker"},
            ],
        },
    ),
    ("error-message", "error-message", {"id": "x-error", "text": f"Enter {AWKWARD}"}),
]
