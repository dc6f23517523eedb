"""What is shared is looked at first, taken back in one press, told to whom it concerns, and opened in an emergency only under
somebody's eyes."""
import time

import pytest

from reading import answer, open_board, press, said, text


@pytest.fixture(scope="module")
def somebody():
    """Somebody on the drugs worker's caseload, found once."""
    return {}


def status(desk, address):
    """What a worker's browser is answered, without a page in it."""
    return desk.context.request.get(desk.partnership.address + address).status


def find(desk, morning, somebody):
    """Somebody whom neither the police nor the prescribers see."""
    if not somebody:
        page = open_board(desk(morning, "Drugs worker"), "My caseload")
        others = [desk(morning, "Custody officer"), desk(morning, "Prescribing worker")]
        for link in page.locator("tbody tr th a").all():
            address = link.get_attribute("href")
            if all(status(other, address) == 404 for other in others):
                somebody.update(name=link.inner_text(), address=address)
                break
    return somebody["address"]


def next_code(partnership, role):
    """A code that nobody has used: one opens once, and the worker may have signed in with this one."""
    name = partnership.accounts()[role][0]
    used = partnership.code(name)
    for _ in range(70):
        code = partnership.code(name)
        if code != used:
            return code
        time.sleep(0.5)
    pytest.fail("the authenticator's code stands still")


def consent_form(worker, address):
    worker.go(address + "/record/core/consent")
    page = worker.page
    page.get_by_label("Who may see it?").select_option("rat")
    answer(page, "What may they see?", "My plan", "Notes of what we talked about")
    answer(page, "What for?", "Advice and treatment")
    answer(page, "Which words did the person agree to?", "English, version 1")
    answer(page, "How did they agree?", "In writing, signed")
    return page


def test_a_consent_is_looked_at_before_it_is_recorded(desk, morning, somebody):
    address = find(desk, morning, somebody)
    worker = desk(morning, "Drugs worker")
    page = consent_form(worker, address)
    press(page.locator("main"), "Record")
    words = text(page)
    assert "What they will see" in words and "Nothing is recorded yet" in words
    assert "Notes" in words and "The person agreed to a joint assessment and plan." in words
    worker.check("what they will see")
    worker.picture("what-they-will-see")
    press(page.locator("#what-they-will-see").locator("xpath=.."), "Record: they may see this")
    assert "Prescribing" in text(page) or "may now see" in text(page)
    prescriber = desk(morning, "Prescribing worker")
    prescriber.go(address)
    assert "The person agreed to a joint assessment and plan." in text(prescriber.page)


def test_taken_back_it_ends_at_once_and_the_recipient_is_told_by_reference(desk, morning, somebody):
    address = find(desk, morning, somebody)
    worker = desk(morning, "Drugs worker")
    worker.go(address + "/sharing")
    worker.check("consents")
    worker.picture("consent")
    press(worker.page.locator("main"), "Take back")
    assert "Taken back" in said(worker.page)
    prescriber = desk(morning, "Prescribing worker")
    assert status(prescriber, address) == 404
    prescriber.go("/today")
    page = prescriber.page
    family = somebody["name"].split(",")[0]
    told = page.locator("table").filter(has_text="Consent taken back")
    assert "Plan" in told.inner_text() and family not in told.inner_text()
    prescriber.check("Today with a consent taken back")
    press(told, "We have noted it")
    assert page.locator("table").filter(has_text="Consent taken back").count() == 0


def test_the_person_gets_a_sheet(desk, morning, somebody):
    address = find(desk, morning, somebody)
    worker = desk(morning, "Drugs worker")
    for part in ["/sharing/sheet", "/sharing/looks/sheet"]:
        worker.go(address + part)
        worker.check(part)
    assert "Who has looked at my record" in text(worker.page)


def test_the_glass_is_broken_under_the_eyes_of_a_reviewer(desk, morning, somebody):
    address = find(desk, morning, somebody)
    officer = desk(morning, "Custody officer")
    assert status(officer, address) == 404
    administrator = desk(morning, "Administrator")
    administrator.go("/partnership/break-glass")
    page = administrator.page
    administrator.check("who reviews the breaking of glass")
    police = page.locator("form").filter(has=page.locator("input[name=agency][value=nottinghamshire-police]")).filter(
        has=page.get_by_role("button", name="Name them"))
    inspector = desk(morning, "Custody inspector")
    # "Morgan Example, Custody inspector, Police": as the page's head says it.
    name = inspector.page.locator("header").inner_text().split(", Custody inspector")[0].split("\n")[-1].strip()
    police.get_by_role("combobox").select_option(label=name)
    press(police, "Name them")
    assert "They review it from now on" in said(page)
    officer.go("/break-glass")
    page = officer.page
    officer.check("breaking the glass")
    page.get_by_label("Any number").fill(address.split("/")[-1])
    page.get_by_label("What has happened").fill("Example: found unconscious in the yard")
    page.get_by_label("Code").fill(next_code(morning, "Custody officer"))
    press(page.locator("main"), "Open the record")
    assert "You opened this record by breaking the glass." in text(page)
    officer.check("a record that was opened by breaking the glass")
    inspector.go("/today")
    page = inspector.page
    press(page.locator("main"), "Break-glass reviews")
    family = somebody["name"].split(",")[0]
    assert "found unconscious in the yard" in text(page) and family not in text(page)
    inspector.check("break-glass reviews")
    page.get_by_label("Justified", exact=True).check()
    page.get_by_label("In your words").fill("Example: the paramedics asked.")
    press(page.locator("main"), "Close the review")
    assert "The review is closed" in said(page)
    officer.go(address)
    press(officer.page.locator("main"), "Close it now")
    assert status(officer, address) == 404
