"""The reference's way of giving labels, legends, texts and parts of components."""

AWKWARD = "O'Hara & <Sons> \"Ltd\""


def label(text, size=None, heading=False):
    return {"text": text, "classes": f"govuk-label--{size}" if size else None, "isPageHeading": heading}


def legend(text, size=None, heading=False):
    return {"legend": {"text": text, "classes": f"govuk-fieldset__legend--{size}" if size else None, "isPageHeading": heading}}


def text(words):
    return {"text": words}


def html(markup):
    return {"html": markup}


def field_input(name, words):
    return (
        f'<div class="govuk-form-group"><label class="govuk-label" for="{name}">{words}</label>'
        f'<input class="govuk-input" id="{name}" name="{name}" type="text"></div>'
    )


def date_items(values=(None, None, None), wrong=()):
    widths = {"day": 2, "month": 2, "year": 4}
    return [
        {
            "name": part,
            "value": value,
            "classes": f"govuk-input--width-{width}" + (" govuk-input--error" if part in wrong else ""),
        }
        for (part, width), value in zip(widths.items(), values)
    ]


def cell(words, column, **more):
    return {"attributes": {"data-label": column}, **more, **(words if isinstance(words, dict) else text(words))}


def action(words, href, about):
    return {"text": words, "href": href, "visuallyHiddenText": about}


def page_items(base, numbers, current):
    return [
        {"ellipsis": True} if number is None else {"number": number, "href": f"{base}page={number}", "current": number == current}
        for number in numbers
    ]
