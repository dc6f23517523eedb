"""A form that is sent when its session is over: nothing typed is lost, with scripts and without."""
import pytest

from cells import listed
from reading import heading, open_board, open_person, press, text

BOX = "Why is a specified Class A drug"
GROUNDS = "Example text: twelve lines of grounds\nand \"quoted\" <words> & more"


def sign_in_again(desk, name, password):
    desk.partnership.let_codes_be_used_again(name)
    page = desk.page
    page.locator("input[autocomplete=username]").fill(name)
    page.locator("input[type=password]").fill(password)
    page.locator("input[autocomplete=one-time-code]").fill(desk.partnership.code(name))
    press(page, "Sign in")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_survives_a_session_that_lapsed(desk, night_cells, scripts):
    inspector = desk(night_cells, "Custody inspector", scripts=scripts)
    name, password = night_cells.accounts()["Custody inspector"]
    page = open_person(inspector, listed("Wil"))
    press(page, "Record something")
    press(page, "Record an Inspector's answer")
    page.get_by_label(BOX).fill(GROUNDS)
    night_cells.let_sessions_lapse(name)
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Record", exact=True).click()
    inspector.signed_in.pop((night_cells.address, "Custody inspector"), None)
    assert heading(page) == "You have been signed out"
    assert "Nothing was recorded" in text(page)
    if scripts:
        inspector.faults.clear()
        inspector.check("the page that asks to sign in again")
    sign_in_again(inspector, name, password)
    assert page.get_by_label(BOX).input_value() == GROUNDS
    assert "Nothing is recorded yet" in text(page)
    if scripts:
        inspector.check("the form after signing in again")


def test_one_press_of_a_session_that_lapsed_records_nothing_and_leads_back(desk, night_cells):
    worker = desk(night_cells, "Drugs worker")
    name, password = night_cells.accounts()["Drugs worker"]
    page = open_board(worker, "Cells")
    board = page.url
    night_cells.let_sessions_lapse(name)
    press(page.locator("tbody tr").first, "Seen")
    worker.signed_in.pop((night_cells.address, "Drugs worker"), None)
    assert "Nothing was recorded" in text(page)
    sign_in_again(worker, name, password)
    assert page.url == board
