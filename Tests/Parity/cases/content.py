"""Tests/MarkupTests/ContentGoldens.swift."""

from .words import AWKWARD, html, text

TAG_COLOURS = ["grey", "green", "turquoise", "blue", "light-blue", "purple", "pink", "red", "orange", "yellow"]
CONTENT = [
    ("back-link", "back-link", {"href": "/people?q=a&p=2"}),
    ("back-link-named", "back-link", {"text": "Back to the cells", "href": "/cells"}),
    ("breadcrumbs", "breadcrumbs", {"items": [{"text": "People", "href": "/people"}, {"text": AWKWARD}]}),
    ("details", "details", {"summaryText": "Why is this due?", **html("<p>Positive test &amp; arrest</p>")}),
    ("details-open", "details", {"summaryText": "Why is this due?", "open": True, **text("Positive test")}),
    ("panel", "panel", {"titleText": "Referral sent", **html("Reference<br><strong>7K2M9Q4X</strong>")}),
    ("panel-bare", "panel", {"titleText": "Referral sent"}),
    ("inset-text", "inset-text", text(f"Seen by {AWKWARD}")),
    ("warning-text", "warning-text", text("Missing this may be an offence.")),
    ("notification-banner", "notification-banner", text("Two people have no lead worker")),
    (
        "notification-banner-success",
        "notification-banner",
        {
            "type": "success",
            **html('<p class="govuk-notification-banner__heading">Note saved</p><p class="govuk-body">At 14:05</p>'),
        },
    ),
    (
        "tabs",
        "tabs",
        {
            "items": [
                {"id": "timeline", "label": "Timeline", "panel": html("<p>First</p>")},
                {"id": "plan", "label": "Plan & goals", "panel": html("<p>Second</p>")},
            ]
        },
    ),
    ("tag", "tag", text("Active")),
    *((f"tag-{colour}", "tag", {"text": "Active", "classes": f"govuk-tag--{colour}"}) for colour in TAG_COLOURS),
    (
        "service-navigation",
        "service-navigation",
        {"navigation": [{"text": "Today", "href": "/today", "current": True}, {"text": "People", "href": "/people"}]},
    ),
]
