"""The counted tasks: what a worker's hands do, by keyboard, at desktop and at phone width."""
import pytest

from counting import Hands, note

WIDTHS = [1280, 390]
QUESTIONS = [
    "prison-production", "drr", "drug-offence", "positive-before", "admits-use", "pnc-marker", "withdrawal",
    "first-trigger-arrest", "worker-asks",
]


def row_with(page, act):
    """The first row of a board that offers an act."""
    return page.locator("tr").filter(has=page.get_by_role("button", name=act).or_(page.get_by_role("link", name=act))).first


def act(row, name):
    return row.get_by_role("button", name=name).or_(row.get_by_role("link", name=name)).first


@pytest.mark.parametrize("width", WIDTHS)
def test_deciding_whether_to_test(desk, night, width):
    desk = desk(night, "Custody officer", width=width)
    hands, page = Hands(desk.page), desk.page
    desk.go("/boards")
    hands.press(act(row_with(page, "Decide"), "Decide"))
    assert "test-decision" in page.url
    desk.check(f"the nine questions at {width} px")
    for name in QUESTIONS:
        group = page.locator(f"input[name=a-{name}]")
        if group.count() and group.first.is_visible() and page.locator(f"input[name=a-{name}]:checked").count() == 0:
            answer = "yes" if name == "admits-use" else "no"
            hands.choose(page.locator(f"input[name=a-{name}][value={answer}]"))
    page.wait_for_function(
        "() => /test/i.test(document.querySelector('#live-answer')?.innerText || '')", timeout=10_000)
    desk.picture("nine-questions" if width == 1280 else "nine-questions-phone")
    hands.press(page.get_by_role("button", name="Record", exact=True))
    assert page.locator("h1").count() == 1 and page.locator(".govuk-error-summary").count() == 0
    note("decide whether to test", hands.inputs, 12, width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("what", ["Seen", "Refused"])
def test_seen_and_refused_are_one_press(desk, night, what, width):
    desk = desk(night, "Custody officer", width=width)
    hands, page = Hands(desk.page), desk.page
    desk.go("/boards")
    hands.press(act(row_with(page, what), what))
    assert "/boards/" in page.url
    assert "done=" in page.url, "the board says what was done"
    desk.check(f"the board after {what} at {width} px")
    note(what.lower(), hands.inputs, 1, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_weekly_contact(desk, night, width):
    desk = desk(night, "Drugs worker", width=width)
    hands, page = Hands(desk.page), desk.page
    desk.go("/boards")
    hands.press(act(row_with(page, "Contact"), "Contact"))
    hands.press(page.get_by_role("button", name="Record", exact=True))
    assert page.locator(".govuk-error-summary").count() == 0
    note("record a weekly contact", hands.inputs, 4, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_booking_the_first_lawful_time(desk, night, width):
    desk = desk(night, "Custody officer", width=width)
    hands, page = Hands(desk.page), desk.page
    desk.go("/boards/nottingham/assessments")
    hands.press(page.locator("tbody tr th a"))
    hands.press(page.get_by_role("link", name="Book").or_(page.get_by_role("button", name="Book")))
    if page.locator("input[name=purpose]").count():
        hands.choose(page.locator("input[name=purpose]").first)
        hands.press(page.get_by_role("button", name="See free times"))
    desk.check(f"booking at {width} px")
    hands.press(page.locator("main button[type=submit]").filter(has_text="Book"))
    assert "/bookings/" in page.url, page.inner_text("main")[:400]
    note("book an assessment", hands.inputs, 6, width)
