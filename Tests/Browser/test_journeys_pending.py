"""What practitioners expect and the service does not do yet. Each stands here until it does, then moves to its journey.

Not collected unless THROUGHCARE_PENDING is set.
"""
import re

from cells import book_first, give_notice, listed, positive
from reading import (
    act, acts, answer, answers, control, heading, line, open_board, open_person, press, record, row, summary, text)


def test_the_cells_board_says_that_a_positive_is_to_be_booked(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    page = positive(officer, listed("Ruy"))
    assert "Book the assessment by" in line(page, listed("Ruy")), "what is due next stands in the row, not Done"
    assert "Book" in acts(page, listed("Ruy"))


def test_the_officers_day_says_whom_to_book(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Sia"))
    officer.go("/today")
    assert row(officer.page, listed("Sia")).count() == 1, "a custody officer's duty stands on Today"


def test_nobody_with_a_positive_is_released_by_one_press_without_a_word(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Tao"))
    page = open_board(officer, "Cells")
    act(page, listed("Tao"), "Released")
    page = open_board(officer, "Required assessments")
    assert row(page, listed("Tao")).count() == 1, "the requirement is still there"


def test_the_notice_can_be_printed_from_what_follows_it(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Uli"))
    page = give_notice(book_first(officer, listed("Uli")))
    assert control(page, "Print the notice").is_visible(), "the receipt leads to the notice"
    press(page, "See what was recorded")
    assert control(page, "Print the notice").is_visible(), "and so does what was recorded"


def test_an_assessment_in_the_cell_frees_the_time_booked_in_the_night(desk, morning_cells):
    officer = desk(morning_cells, "Custody officer")
    vic = listed("Vic")
    positive(officer, vic, at="05:20")
    page = book_first(officer, vic)
    booked, when = page.url.split("?")[0], summary(page, "When")
    give_notice(page)
    worker = desk(morning_cells, "Drugs worker")
    page = open_person(worker, vic)
    press(page.locator("main"), "Book")
    page.get_by_text("Book something else").click()
    press(page, "Required follow-up assessment")
    press(page, "Book this time")
    follow_up = page.url.split("?")[0]
    page = open_board(worker, "Cells")
    act(page, vic, "Assess")
    answers(page, {"What happened?": "Attended and stayed to the end", "Is the follow-up needed?": "Yes"})
    record(page)
    page.goto(follow_up)
    assert not page.locator("dt").filter(has_text=re.compile("^State$")).count(), "the follow-up is still to come"
    page.goto(booked)
    assert summary(page, "State") != "Attended", f"nobody has attended on {when}"


def test_the_notice_is_about_what_was_booked(desk, morning_cells):
    officer = desk(morning_cells, "Custody officer")
    wyn = listed("Wyn")
    positive(officer, wyn, at="05:15")
    give_notice(book_first(officer, wyn))
    worker = desk(morning_cells, "Drugs worker")
    page = open_board(worker, "Cells")
    act(page, wyn, "Assess")
    answers(page, {"What happened?": "Attended and stayed to the end", "Is the follow-up needed?": "Yes"})
    record(page)
    page = open_person(worker, wyn)
    press(page.locator("main"), "Book")
    answer(page, "What is it for?", "Required follow-up assessment")
    press(page, "See free times")
    press(page, "Book this time")
    booked = page.url.split("?")[0]
    give_notice(page)
    page.goto(booked)
    press(page, "Print the notice")
    assert "Follow-up assessment (First notice)" in text(page), "a notice about the wrong meeting is no notice"


def test_nobody_who_stayed_away_is_said_to_be_assessed(desk, night):
    worker = desk(night, "Drugs worker")
    page = open_board(worker, "Required assessments")
    for failed in page.locator("tbody tr").filter(has_text="Assessment failed").all():
        assert "already assessed" not in failed.inner_text().lower()


def test_no_time_to_come_is_attended(desk, night):
    worker = desk(night, "Drugs worker")
    worker.go("/diary?day=2026-11-20")
    lines = [" ".join(one.inner_text().split()) for one in worker.page.locator("tbody tr").all()]
    attended = [one for one in lines if re.search(r"\bAttended$", one)]
    assert not attended, "tomorrow has not happened yet"


def test_a_lead_that_is_not_shared_is_not_said_to_be_missing(desk, night):
    housing = desk(night, "Housing officer")
    page = open_board(housing, "Referrals")
    page.locator("tbody tr th a").first.click()
    assert "No lead worker" not in page.inner_text("body")


def test_the_morning_starts_with_who_is_in_the_cells_and_positive(desk, morning_cells):
    officer = desk(morning_cells, "Custody officer")
    positive(officer, listed("Xia"), at="05:10")
    worker = desk(morning_cells, "Drugs worker")
    page = open_board(worker, "Cells")
    assert "NOT YET ASSESSED" in page.locator("tbody tr").first.inner_text().upper(), "first on the cells board"
    worker.go("/today")
    assert "in the cell" in row(worker.page, listed("Xia")).first.inner_text().lower(), "and said so on Today"


def test_what_is_to_come_is_not_said_to_be_past(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Zoe"))
    page = give_notice(book_first(officer, listed("Zoe")))
    assert "was due on 26 November 2026" not in text(page)


def test_an_inspector_can_answer_from_the_row(desk, night):
    inspector = desk(night, "Custody inspector")
    page = open_board(inspector, "Cells")
    waiting = page.locator("tbody tr").filter(has_text="Inspector to be asked").first
    assert "Done" not in waiting.inner_text(), "something is still to be done"
    assert waiting.get_by_role("link", name=re.compile("Inspector|Authority|Answer")).count() > 0


def test_the_follow_up_is_offered_where_it_is_due(desk, night):
    worker = desk(night, "Drugs worker")
    page = open_board(worker, "Required assessments")
    page.locator("tbody tr").filter(has_text="Follow-up required").first.get_by_role("link").first.click()
    press(page.locator("main"), "Book")
    assert "follow-up" in heading(page).lower(), "what is due is offered first"


def test_the_notice_says_how_to_reach_the_team(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Ark"))
    page = book_first(officer, listed("Ark"))
    booked = page.url.split("?")[0]
    give_notice(page)
    page.goto(booked)
    press(page, "Print the notice")
    assert re.search(r"0\d{3,4} \d{3} ?\d{3,4}", text(page)), "“tell us before the day” needs a telephone number"


def test_who_is_not_on_duty_yet_is_not_said_to_be(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Bea"))
    lead = summary(open_person(officer, listed("Bea")), "Lead worker, Required assessment and follow-up")
    assert "08:00" in lead, "their shift starts at eight; nobody answers at ten past two"
