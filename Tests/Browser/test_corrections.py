"""Putting things right, and losing nothing that was typed."""
from cells import decide, listed
from reading import act, answer, heading, line, open_board, open_person, press, record, said, text


def open_arrival(desk, person):
    page = open_person(desk, person)
    press(page.locator("main"), "Arrival in custody")
    return page


def refused(desk, page, button):
    """Sends a form that cannot be taken: the summary has the focus and leads to what is wrong."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=button, exact=True).click()
    summary = page.locator(".govuk-error-summary")
    assert summary.evaluate("summary => summary === document.activeElement"), "the summary has the focus"
    assert page.title().startswith("Error")
    for link in summary.get_by_role("link").all():
        link.click()
        assert page.evaluate("document.activeElement.matches('input, select, textarea')"), link.inner_text()
    desk.faults.clear()
    desk.check("a form with something wrong")


def test_an_arrival_is_amended(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    lea = listed("Lea")
    page = open_arrival(officer, lea)
    press(page, "Amend")
    page.get_by_label("Cell", exact=True).fill("Z9")
    refused(officer, page, "Amend")
    assert page.get_by_label("Cell", exact=True).input_value() == "Z9", "what was typed is still there"
    page.get_by_label("Why is it amended?").fill("Example text: moved after a complaint")
    record(page, "Amend")
    assert f"amended for {lea}" in said(page)
    assert "Z9" in line(open_board(officer, "Cells"), lea)
    page = open_arrival(officer, lea)
    assert "Example text: moved after a complaint" in text(page)
    officer.check("an amended event")


def test_a_visit_pressed_by_mistake_is_withdrawn(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    mab = listed("Mab")
    page = open_board(officer, "Cells")
    act(page, mab, "Seen")
    press(page.locator(".govuk-notification-banner"), "Undo")
    page.get_by_label("Why").fill("")
    refused(officer, page, "Withdraw")
    page.get_by_label("Why").fill("Example text: the wrong line")
    record(page, "Withdraw")
    assert f"withdrawn for {mab}" in said(page)
    assert "Seen" not in line(open_board(officer, "Cells"), mab)


def test_a_decision_on_the_wrong_person_is_moved(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    wrong, right = listed("Pia"), listed("Quy")
    page = open_person(officer, right)
    reference = page.url.rsplit("/", 1)[1]
    decide(officer, wrong, admits_use="yes")
    page = open_person(officer, wrong)
    press(page.locator("main"), "Decision to test")
    press(page, "Move to another person")
    officer.check("moving an event")
    refused(officer, page, "Move")
    page.get_by_label("Whose record should it be on?").fill(reference)
    page.get_by_label("Why").fill("Example text: the line above")
    record(page, "Move")
    assert f"moved to {right}" in said(page)
    page = open_board(officer, "Cells")
    assert "To be tested" in line(page, right) and "In custody" in line(page, wrong)


def test_a_draft_waits_until_after_signing_out(desk, night_cells):
    """An Inspector writes why a test is authorised, is called away, and finishes later."""
    inspector = desk(night_cells, "Custody inspector")
    ned = listed("Ned")
    page = open_person(inspector, ned)
    press(page, "Record something")
    press(page, "Record an Inspector's answer")
    form = page.url
    page.get_by_label("Why is a specified Class A drug").fill("Example text: begun and not finished")
    press(page, "Save and finish later")
    assert "not part of the record until you record it" in said(page)
    inspector.check("what may be recorded, with a draft")
    press(page, "Sign out")
    night_cells.let_codes_be_used_again("morgan")
    inspector.sign_in("Custody inspector")
    inspector.signed_in[(night_cells.address, "Custody inspector")] = inspector.context.storage_state()
    inspector.go("/today")
    assert ned in text(page), "what was begun stands on Today"
    page.goto(form)
    assert page.get_by_label("Why is a specified Class A drug").input_value() == "Example text: begun and not finished"
    assert "Example text: begun" not in text(open_person(inspector, ned)), "a draft is not part of the record"


def test_a_validation_error_loses_nothing(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    oli = listed("Oli")
    page = open_person(officer, oli)
    press(page, "Record something")
    press(page, "Record an Inspector's answer")
    answer(page, "What did the officer decide?", "Authority refused")
    grounds = page.get_by_label("Why is a specified Class A drug")
    grounds.fill("Example text: nothing\npoints to drugs")
    page.get_by_label("Name or number of the officer").fill("Example 1234")
    refused(officer, page, "Record")
    assert page.get_by_role("group", name="What did the officer decide?").get_by_label("Authority refused").is_checked()
    assert grounds.input_value() == "Example text: nothing\npoints to drugs"
    assert page.get_by_label("Name or number of the officer").input_value() == "Example 1234"
    assert heading(page) == "Record an Inspector's answer"


def test_signing_in_again_leads_back_to_the_form_that_was_opened(desk, night_cells):
    officer = desk(night_cells, "Custody officer", fresh=True)
    page = officer.page
    page.goto(night_cells.address + "/boards/nottingham/alcohol")
    assert heading(page) == "Sign in"
    assert "next" in page.url, "where they were going is remembered"
