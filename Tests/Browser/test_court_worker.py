"""A drugs worker at court looks somebody up before the hearing."""
from cells import born, listed, positive
from reading import control, heading, open_board, open_person, press, row, summary, text


def find(desk, family="", given="", birth=""):
    """Searches for somebody, as the People page asks."""
    desk.go("/people")
    page = desk.page
    page.get_by_label("Family name").fill(family)
    page.get_by_label("Given name").fill(given)
    if birth:
        for box, part in zip(["Day", "Month", "Year"], birth.split("/")):
            page.get_by_label(box, exact=True).fill(part)
    press(page.locator("main"), "Search")
    return page


def test_a_positive_is_found_by_name_and_birthday(desk, night_cells):
    hal = listed("Hal")
    positive(desk(night_cells, "Custody officer"), hal)

    court = desk(night_cells, "Drugs worker at court")
    page = find(court, family="Journeyley", given="Hal", birth=born("Hal"))
    assert row(page, hal).count() == 1
    court.check("people found")
    press(page, hal)
    shown = text(page)
    assert "Cocaine" in shown and "Drug test" in shown
    assert "Shown because: The drugs team works in the custody suite" in shown
    assert "(on duty" in summary(page, "Lead worker, Required assessment and follow-up")
    press(page, "What’s due")
    assert "26 November 2026 to 1 December 2026" in text(page)
    assert "Positive test while no drugs worker was in the suite" in text(page)

    worker = desk(night_cells, "Drugs worker")
    page = open_person(worker, hal, "Sharing")
    assert "Who has looked" in text(page)
    looked = " ".join(page.locator("tr").filter(has_text="Vic Voorbeeld").first.inner_text().split())
    assert "Drugs worker at court" in looked and "Advice and treatment" in looked
    press(page, "All who have looked")
    assert "Vic Voorbeeld" in text(page)
    worker.check("who has looked")


def test_the_nearly_right_name_is_offered_with_its_reason(desk, night_cells):
    court = desk(night_cells, "Drugs worker at court")
    page = find(court, family="Journeyly", birth=born("Quy"))
    found = row(page, listed("Quy"))
    assert found.count() == 1, "a slip of spelling does not hide anybody"
    assert "date of birth" in found.inner_text().lower()


def test_the_court_list_leads_to_the_same_person(desk, night_cells):
    court = desk(night_cells, "Drugs worker at court")
    page = open_board(court, "Tests for the court")
    first = page.locator("tbody tr").first
    assert control(first, "Bail condition").is_visible()
    first.get_by_role("link").first.click()
    assert heading(page).startswith("Timeline")


def test_what_was_said_in_an_assessment_stays_with_the_assessors(desk, night):
    """Everybody with an assessment in the demonstration said something that begins with these words."""
    worker = desk(night, "Drugs worker")
    page = open_board(worker, "Required assessments")
    assessed = page.locator("tbody tr").filter(has_text="Follow-up required").first.get_by_role("link").first
    name, address = assessed.inner_text(), assessed.get_attribute("href")
    assessed.click()
    assert "What came up" in text(page), f"{name}'s assessor knows what came up"
    for role in ["Custody officer", "Court clerk", "Prosecutor"]:
        other = desk(night, role)
        other.go(address)
        assert "What came up" not in text(other.page), f"{role} does not"
        assert "Drug test" in text(other.page), f"{role} sees the result"
        other.check(f"an assessed person as {role}")
