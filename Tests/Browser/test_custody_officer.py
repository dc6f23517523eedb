"""A custody officer's night: who is due a test, what the sample showed, and what the law then asks."""
import re

from cells import book_first, decide, give_notice, listed, nine_questions, positive, sample
from reading import act, acts, control, heading, line, open_board, open_person, press, record, row, said, summary, text


def test_the_board_says_who_is_due_a_test_and_the_answer_comes_while_answering(desk, night_cells):
    desk = desk(night_cells, "Custody officer")
    ada = listed("Ada")
    page = open_board(desk, "Cells")
    assert "Decide whether to test by 08:00" in line(page, ada)
    act(page, ada, "Decide")
    live = page.locator("#live-answer")
    assert "Answer questions 1 and 2" in live.inner_text()
    nine_questions(page, admits_use="yes")
    live.get_by_text("They said in custody that they use", exact=False).wait_for()
    record(page)
    assert "Test." in said(page) and "now “To be tested”" in said(page)
    assert "Test due by" in line(page, ada)
    assert "Test" in acts(page, ada) and "Decide" not in acts(page, ada)

    sample(desk, ada, found="Cocaine")
    told = said(page)
    assert "Started: Required assessment and follow-up" in told
    assert "Book the assessment: by 20 November 2026" in told and "because: Positive test" in told
    assert "26 November 2026 to 1 December 2026" in told, "five to eight working days"
    assert "on duty" in told, "somebody leads"

    page = open_person(desk, ada, "What’s due")
    due = text(page)
    assert "Book the assessment" in due and "Custody officer" in due
    assert "Due 26 November 2026 to 1 December 2026" in due and "5 to 8 working days" in due
    assert "Local practice" in due
    desk.check("what is due after a positive test")

    page = book_first(desk, ada)
    assert heading(page) == "Appointment booked"
    assert re.match(r"Thursday 26 November 2026 at \d\d:\d\d", summary(page, "When")), "the first lawful day"
    assert summary(page, "Where") == "Adult Offender Building, 100 Sample Gate, Nottingham"
    booked = page.url.split("?")[0]
    desk.check("an appointment booked")
    give_notice(page)
    assert "now “Assessment required”" in text(page)
    desk.check("the receipt of a notice")

    page.goto(booked)
    when = summary(page, "When")
    press(page, "Print the notice")
    one_sheet(page, when)
    desk.check("the notice")

    page = open_person(desk, ada)
    lead = summary(page, "Lead worker, Required assessment and follow-up")
    assert "(on duty" in lead and re.search(r"07700 900\d{3}", lead)


def one_sheet(page, when):
    """The notice on paper: warning, place and time on one sheet of A4, and nothing of the screen around it."""
    words = text(page)
    day, clock = when.split(" at ")
    assert day in words and clock in words and "100 Sample Gate, Nottingham" in words
    assert "It is an offence" in words and "Drugs Act 2005, sections 12 and 14" in words
    page.emulate_media(media="print")
    for name in ["Print the notice", "Help", "The record"]:
        assert not control(page, name).is_visible(), f"{name} is not printed"
    assert page.get_by_role("navigation").count() == 0
    assert "OFFICIAL" not in page.inner_text("body")
    sheets = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1, "one sheet"
    page.emulate_media(media="screen")


def test_a_refused_sample_is_said_in_their_words(desk, night_cells):
    desk = desk(night_cells, "Custody officer")
    ben = listed("Ben")
    decide(desk, ben, positive_before="yes")
    page = sample(desk, ben, refused="Example text: says no")
    assert "Sample refused" in line(page, ben)
    assert "Required assessment" not in said(page)
    assert "Example text: says no" in text(open_person(desk, ben))


def test_a_negative_sample_requires_nothing_and_asks_for_a_visit(desk, night_cells):
    desk = desk(night_cells, "Custody officer")
    cyd = listed("Cyd")
    decide(desk, cyd, withdrawal="yes")
    page = sample(desk, cyd, found="Nothing found")
    assert "Nothing found" in line(page, cyd)
    assert "Required assessment" not in said(page)
    assert row(open_board(desk, "Cells to visit"), cyd).count() == 1
    assert row(open_board(desk, "Required assessments"), cyd).count() == 0


def test_who_is_released_leaves_the_board_and_can_be_brought_back(desk, night_cells):
    desk = desk(night_cells, "Custody officer")
    dil = listed("Dil")
    page = open_board(desk, "Cells")
    act(page, dil, "Released")
    assert f"recorded for {dil}" in said(page)
    assert row(page, dil).count() == 0
    press(page.locator(".govuk-notification-banner"), "Undo")
    assert page.get_by_label("Why").input_value(), "a reason for a slip stands there"
    press(page, "Withdraw")
    assert row(open_board(desk, "Cells"), dil).count() == 1


def test_the_timeline_has_no_codes(desk, night_cells):
    officer = desk(night_cells, "Custody officer")
    positive(officer, listed("Yan"))
    shown = text(open_person(officer, listed("Yan")))
    for code in ["may-test", "trigger-offence", "c5-admits-use", "outcome", "Which rule decided c"]:
        assert code not in shown, f"“{code}” is not a word of the field"
