"""A drugs worker's night and morning: the positives that the police hand over, and the people in the cells."""
from cells import book_first, give_notice, listed, positive
from reading import (
    act, acts, answer, answers, heading, line, open_board, open_person, press, record, row, said, summary, text)

LEAD = "Lead worker, Required assessment and follow-up"


def test_a_positive_of_the_night_is_handed_over_and_taken(desk, night_cells):
    eve = listed("Eve")
    positive(desk(night_cells, "Custody officer"), eve)
    worker = desk(night_cells, "Drugs worker")
    worker.go("/today")
    hand_overs = worker.page.locator("table").filter(has_text="Hand-overs waiting")
    assert "to be taken by" in " ".join(row(hand_overs, eve).inner_text().split())
    worker.check("today, with a hand-over waiting")
    page = open_board(worker, "Required assessments")
    assert "(on duty" in line(page, eve)
    act(page, eve, "I take the lead")
    assert "lead worker Kim Example" in said(page)
    assert "Kim Example" in line(page, eve) and "on duty" not in line(page, eve)
    assert "I take the lead" not in acts(page, eve)
    assert "Kim Example" in summary(open_person(worker, eve), LEAD)
    worker.go("/today")
    assert row(worker.page.locator("table").filter(has_text="Hand-overs waiting"), eve).count() == 0


def test_drink_has_a_line_of_its_own(desk, night_cells):
    worker = desk(night_cells, "Drugs worker")
    fay = listed("Fay")
    page = open_board(worker, "Alcohol")
    assert "Offer help with drinking by" in line(page, fay)
    act(page, fay, "Screen")
    answers(page, {
        "How often do you have a drink": "Four times a week or more", "how many units": "Ten or more",
        "How often is it a lot": "Every day or nearly"})
    record(page)
    page = open_board(worker, "Alcohol")
    act(page, fay, "Advice given")
    assert f"recorded for {fay}" in said(page)
    assert "Alcohol advice" in text(open_person(worker, fay))


def test_seen_is_one_press(desk, night_cells):
    worker = desk(night_cells, "Drugs worker")
    gil = listed("Gil")
    page = open_board(worker, "Cells to visit")
    act(page, gil, "Seen")
    assert f"Visit to the cell recorded for {gil}" in said(page)
    assert row(page, gil).count() == 0, "who has been seen need not be visited"
    assert "Seen" in line(open_board(worker, "Cells"), gil)


def test_refusing_a_visit_is_one_press(desk, morning_cells):
    worker = desk(morning_cells, "Drugs worker")
    una = listed("Una")
    page = open_board(worker, "Cells to visit")
    act(page, una, "Refused")
    assert f"Visit to the cell recorded for {una}" in said(page)
    assert "Refused" in line(open_board(worker, "Cells"), una)


def test_the_assessment_is_held_in_the_cell_in_the_morning(desk, morning_cells):
    officer = desk(morning_cells, "Custody officer")
    ron = listed("Ron")
    positive(officer, ron, at="05:30")
    give_notice(book_first(officer, ron))

    worker = desk(morning_cells, "Drugs worker")
    page = open_board(worker, "Cells")
    assert "POSITIVE IN THE NIGHT, NOT YET ASSESSED" in line(page, ron).upper()
    act(page, ron, "Assess")
    worker.check("recording an assessment")
    answers(page, {
        "What happened?": "Attended and stayed to the end", "Is the follow-up needed?": "Yes",
        "Does the person need more help?": "Yes"})
    page.get_by_label("What came up").fill("Example text: uses at weekends.")
    record(page)
    assert "now “Follow-up required”" in said(page)
    assert "NOT YET ASSESSED" not in line(page, ron).upper()

    page = open_person(worker, ron)
    press(page.locator("main"), "Book")
    assert "follow-up" in heading(page).lower()
    press(page, "Book this time")
    booked = page.url.split("?")[0]
    assert summary(page, "What for") == "Required follow-up assessment"
    press(page, "Give the written notice")
    answers(page, {"Which assessment?": "Follow-up assessment", "First notice, or a change?": "First notice"})
    record(page)
    page.goto(booked)
    press(page, "Print the notice")
    assert "This notice is about: Follow-up assessment (First notice)" in text(page)
    worker.check("the notice of a follow-up")


def test_another_time_takes_the_place_of_the_nights_booking(desk, morning_cells):
    officer = desk(morning_cells, "Custody officer")
    sue = listed("Sue")
    positive(officer, sue, at="05:40")
    page = book_first(officer, sue)
    first = summary(page, "When")
    booked = page.url.split("?")[0]
    give_notice(page)

    worker = desk(morning_cells, "Drugs worker")
    page = open_person(worker, sue)
    press(page.locator("main"), "Book")
    assert "it takes the place of this one" in text(page)
    press(page, "Book this time")
    second = summary(page, "When")
    assert second != first
    rebooked = page.url.split("?")[0]
    page.goto(booked)
    assert summary(page, "State") == "Moved to another time"
    page.goto(rebooked)
    give_notice(page)
    page.goto(rebooked)
    press(page, "Print the notice")
    assert "(New time or place)" in text(page)
    assert second.split(" at ")[1] in text(page)
