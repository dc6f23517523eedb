"""What a worker reads and presses on a page, found by the words that stand there."""
import re

import pytest


def control(within, name):
    """The button or link of a page, or of a part of it, that begins with these words."""
    words = re.compile(r"^\s*" + re.escape(name) + r"(\s|$)")
    return within.get_by_role("button", name=words).or_(within.get_by_role("link", name=words)).first


def press(within, name):
    """Presses a button or follows a link, and waits for the page that comes of it."""
    page = getattr(within, "page", within)
    with page.expect_navigation(wait_until="load"):
        control(within, name).click()


def heading(page):
    return page.locator("h1").inner_text()


def text(page):
    """What stands on the page, with every run of white space as one space."""
    return " ".join(page.inner_text("main").split())


def open_board(desk, title):
    """Goes to one of the role's boards from the navigation."""
    desk.go("/board")
    if heading(desk.page) != title:
        press(desk.page.get_by_role("navigation"), title)
    assert heading(desk.page) == title
    return desk.page


def row(within, person):
    """The line of a list that is about a person."""
    page = getattr(within, "page", within)
    return within.locator("tbody tr").filter(has=page.get_by_role("link", name=person, exact=True))


def line(page, person):
    """The words of that line, without its buttons."""
    return " ".join(" ".join(cell.inner_text().split()) for cell in row(page, person).locator("th, td").all()[:-1])


def acts(page, person):
    """What can be done in that line, as its buttons say it."""
    return [button.inner_text().split("\n")[0].strip() for button in row(page, person).locator(".tc-act").all()]


def act(page, person, name):
    """Does something in a person's line of a list."""
    press(row(page, person), name)


def open_person(desk, person, part=None, board="Cells"):
    """Opens a person's page from a board, and a part of it."""
    page = open_board(desk, board)
    press(page, person)
    if part:
        press(page.get_by_role("navigation", name="Parts of the record"), part)
    return page


def answer(page, question, *answers):
    """Chooses answers of one question."""
    group = page.get_by_role("group", name=question)
    for one in answers:
        group.get_by_label(one, exact=True).check()


def answers(page, given):
    for question, chosen in given.items():
        answer(page, question, chosen)


def record(page, button="Record"):
    """Sends the form, which must have nothing wrong with it."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=button, exact=True).click()
    if page.locator("#what-they-will-see").count():
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("button", name=f"{button}: they may see this", exact=True).first.click()
    problems = page.locator(".govuk-error-summary")
    if problems.count():
        pytest.fail(f"the form was not taken: {problems.inner_text()}")


def said(page):
    """What the green banner says has been done, and what changed by it."""
    return " ".join(page.locator(".govuk-notification-banner--success").inner_text().split())


def summary(page, key):
    """What the page says after a key, in a summary or in the banner of a person's page."""
    keys = page.locator("dt").filter(has_text=re.compile(r"^\s*" + re.escape(key) + r"\s*$"))
    return " ".join(keys.first.locator("xpath=following-sibling::dd[1]").inner_text().split())
