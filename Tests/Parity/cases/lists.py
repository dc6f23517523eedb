"""Tests/MarkupTests/ListGoldens.swift."""

from .words import AWKWARD, action, cell, html, page_items, text

LISTS = [
    (
        "summary-list",
        "summary-list",
        {
            "rows": [
                {"key": text("Name"), "value": text(AWKWARD)},
                {"key": text("Status"), "value": html('<strong class="govuk-tag govuk-tag--green">Active</strong>')},
            ]
        },
    ),
    (
        "summary-list-no-border",
        "summary-list",
        {"classes": "govuk-summary-list--no-border", "rows": [{"key": text("Name"), "value": text("A. Sample")}]},
    ),
    (
        "summary-list-actions",
        "summary-list",
        {
            "rows": [
                {"key": text("Name"), "value": text("A. Sample"), "actions": {"items": [action("Change", "/name", "name")]}},
                {
                    "key": text("Phone"),
                    "value": text("01632 960 001"),
                    "actions": {"items": [action("Add", "/phone/new", "phone"), action("Change", "/phone", "phone")]},
                },
                {"key": text("Born"), "value": text("3 March 1991")},
            ]
        },
    ),
    (
        "table",
        "table",
        {
            "caption": "Open cases & places",
            "captionClasses": "govuk-table__caption--m",
            "classes": "tc-stacked",
            "firstCellIsHeader": True,
            "head": [text("Agency"), {"text": "Cases", "format": "numeric"}],
            "rows": [
                [cell(AWKWARD, "Agency"), cell("41", "Cases", format="numeric")],
                [cell("Courts", "Agency"), cell("7", "Cases", format="numeric")],
            ],
        },
    ),
    (
        "table-plain",
        "table",
        {
            "caption": "Contacts",
            "captionClasses": "govuk-table__caption--l",
            "head": [text("Day"), text("Kind")],
            "rows": [[cell("1 May", "Day"), cell("Phone", "Kind")]],
        },
    ),
    (
        "pagination-first",
        "pagination",
        {"items": page_items("/people?", [1, 2, 3], 1), "next": {"href": "/people?page=2"}},
    ),
    (
        "pagination-middle",
        "pagination",
        {
            "landmarkLabel": "Pages of people",
            "previous": {"href": "/people?sort=name&page=4"},
            "items": page_items("/people?sort=name&", [1, None, 4, 5, 6, None, 9], 5),
            "next": {"href": "/people?sort=name&page=6"},
        },
    ),
    (
        "pagination-last",
        "pagination",
        {"previous": {"href": "/people?page=3"}, "items": page_items("/people?", [1, None, 3, 4], 4)},
    ),
    (
        "task-list",
        "task-list",
        {
            "items": [
                {"title": text("Required assessment"), "href": "/assessment", "status": text("Completed")},
                {
                    "title": text("Consent"),
                    "href": "/consent",
                    "hint": text("Two signatures"),
                    "status": {"tag": {"text": "Incomplete", "classes": "govuk-tag--blue"}},
                },
                {"title": text("Plan"), "status": text("Cannot start yet")},
            ]
        },
    ),
]
