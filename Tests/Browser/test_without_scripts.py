"""Everything that a person needs works with JavaScript switched off: the counted tasks, to their end."""
from cells import QUESTIONS, decide, listed, nine_questions, sample
from reading import act, answer, answers, heading, line, open_board, press, record, row, said, text


def test_the_nine_questions_answer_after_one_press(desk, night_cells):
    officer = desk(night_cells, "Custody officer", scripts=False)
    ian = listed("Ian")
    page = open_board(officer, "Cells")
    act(page, ian, "Decide")
    nine_questions(page, admits_use="yes")
    press(page, "Show the answer")
    assert "They said in custody that they use" in page.locator("#live-answer").inner_text()
    for name in QUESTIONS:
        assert page.locator(f"input[name=a-{name}]:checked").count() == 1, f"{name} is still answered"
    record(page)
    assert "now “To be tested”" in said(page)

    page = sample(officer, ian, found="Opiates")
    assert "Started: Required assessment and follow-up" in said(page)
    page = open_board(officer, "Required assessments")
    press(page, ian)
    press(page.locator("main"), "Book")
    press(page, "Book this time")
    assert heading(page) == "Appointment booked"
    booked = page.url
    press(page, "Give the written notice")
    record(page)
    page.goto(booked)
    press(page, "Print the notice")
    assert "use your browser's own Print" in text(page)


def test_seen_and_a_weekly_contact(desk, night_cells):
    worker = desk(night_cells, "Drugs worker", scripts=False)
    page = open_board(worker, "My caseload")
    person = page.locator("tbody tr").filter(has_text="Contact every week by").last
    name = person.get_by_role("link").first.inner_text()
    act(page, name, "Contact")
    record(page)
    assert f"recorded for {name}" in said(page)
    page = open_board(worker, "Cells")
    joy = listed("Joy")
    act(page, joy, "Seen")
    assert "Seen" in line(page, joy)


def test_what_depends_on_an_answer_stands_there_to_be_answered(desk, night_cells):
    officer = desk(night_cells, "Custody officer", scripts=False)
    kit = listed("Kit")
    decide(officer, kit, pnc_marker="yes")
    page = open_board(officer, "Cells")
    act(page, kit, "Test")
    assert page.get_by_role("group", name="What did the machine find?").is_visible()
    answers(page, {"Was the person told that refusing": "Yes", "Was a sample taken?": "Taken"})
    page.get_by_role("button", name="Record", exact=True).click()
    assert "There is a problem" in text(page)
    answer(page, "What did the machine find?", "Nothing found")
    record(page)
    assert "Nothing found" in line(page, kit)
    assert row(open_board(officer, "Required assessments"), kit).count() == 0
