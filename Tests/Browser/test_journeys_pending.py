"""What practitioners expect and the service does not do yet. Each stands here until it does, then moves to its journey.

Not collected unless THROUGHCARE_PENDING is set.
"""
import re

from cells import book_first, give_notice, listed, positive
from reading import (
    act, acts, answer, answers, control, heading, line, open_board, open_person, press, record, row, summary, text)
from test_every_place import hold_back_scripts, meet_the_forms, nothing_is_shut


def test_a_form_opens_when_one_script_does_not_arrive(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    hold_back_scripts(officer, "**/assets/govuk*.js")
    meet_the_forms(officer, nothing_is_shut)


def test_sharing_names_the_agency_that_was_asked(desk, night):
    housing = desk(night, "Housing officer")
    page = open_board(housing, "Referrals")
    address = page.locator("tbody tr th a").first.get_attribute("href")
    housing.go(address)
    worker = desk(night, "Drugs worker")
    worker.go(address + "/sharing")
    sees = worker.page.locator("table").filter(has_text="What each agency can see")
    assert "Housing Aid" in sees.inner_text(), "whom we share our record with is ours to know"
    looked = worker.page.locator("table").filter(has_text="Who has looked")
    assert "Jan Przykladek" in looked.inner_text(), "who looked at our record is ours to know"


def test_a_form_survives_a_session_that_lapsed(desk, night_cells):
    officer = desk(night_cells, "Custody inspector")
    page = open_person(officer, listed("Wil"))
    press(page, "Record something")
    press(page, "Record an Inspector's answer")
    box = "Why is a specified Class A drug"
    page.get_by_label(box).fill("Example text: twelve lines of grounds")
    night_cells.let_sessions_lapse("morgan")
    page.get_by_role("button", name="Record", exact=True).click()
    night_cells.let_codes_be_used_again("morgan")
    name, password = night_cells.accounts()["Custody inspector"]
    officer.signed_in.pop((night_cells.address, "Custody inspector"), None)
    assert page.locator("input[autocomplete=username]").count(), "it asks to sign in again, on the spot"
    page.locator("input[autocomplete=username]").fill(name)
    page.locator("input[type=password]").fill(password)
    page.locator("input[autocomplete=one-time-code]").fill(night_cells.code(name))
    press(page, "Sign in")
    assert page.get_by_label(box).input_value() == "Example text: twelve lines of grounds"


def test_the_timeline_has_no_codes(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Yan"))
    shown = text(open_person(officer, listed("Yan")))
    for code in ["may-test", "trigger-offence", "c5-admits-use", "outcome", "Which rule decided c"]:
        assert code not in shown, f"“{code}” is not a word of the field"
