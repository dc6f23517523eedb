"""An administrator looks after rules, workers and the rota, and sees no case."""
import pytest

from reading import heading, open_board, press, record, said, text

PARTS = ["", "/due", "/sharing", "/record"]
NOBODY = "/people/222222222"


def test_every_place_opens(desk, night):
    admin = desk(night, "Administrator")
    page = admin.page
    for place in [
        "Agencies", "Workers", "Duty rota", "Rules", "Sharing agreements", "What administrators have done",
    ]:
        press(page.get_by_role("navigation"), place)
        admin.check(f"{place} as Administrator")
        assert "/people/" not in page.content(), f"{place} leads to nobody"
    admin.go("/partnership/rules")
    assert "Version nottingham@" in text(page)
    admin.go("/partnership")
    assert "entries of what was written and looked at" in text(page)


@pytest.mark.parametrize("part", PARTS)
def test_a_person_is_like_nobody(desk, night, part):
    officer = desk(night, "Custody officer")
    page = open_board(officer, "Cells")
    somebody = page.locator("tbody tr").first.get_by_role("link").first.get_attribute("href")
    admin = desk(night, "Administrator")
    there = admin.context.request.get(night.address + somebody + part)
    nowhere = admin.context.request.get(night.address + NOBODY + part)
    assert (there.status, there.body()) == (nowhere.status, nowhere.body())
    assert there.status in (403, 404)


def test_searching_finds_nobody(desk, night):
    admin = desk(night, "Administrator")
    there = admin.context.request.get(night.address + "/people?family=Testerson")
    nowhere = admin.context.request.get(night.address + "/people?family=Zzyzx")
    assert (there.status, there.body()) == (nowhere.status, nowhere.body())
    assert "Testerson" not in there.text()


def test_a_shift_is_added_to_the_rota(desk, night):
    admin = desk(night, "Administrator")
    admin.go("/partnership/duty-rota")
    page = admin.page
    press(page, "Add the shift")
    assert page.get_by_role("alert").first.is_visible(), "what is missing is said"
    admin.faults.clear()
    page.get_by_label("Who?").select_option(label="Kim Example")
    for box, part in zip(["Day", "Month", "Year"], ["22", "11", "2026"]):
        page.get_by_label(box, exact=True).fill(part)
    page.get_by_label("From").fill("20:00")
    page.get_by_label("Until").fill("22:00")
    record(page, "Add the shift")
    assert "The shift has been added" in said(page)
    shift = page.locator("tbody tr").filter(has_text="Sunday 22 November 2026").filter(has_text="20:00 to 22:00")
    assert "Kim Example" in shift.inner_text()
    assert heading(page) == "Duty rota"
    admin.check("the duty rota with a shift added")


def test_a_shift_is_refused_beside_another_and_removed(desk, night):
    admin = desk(night, "Administrator")
    admin.go("/partnership/duty-rota")
    page = admin.page

    def fill(worker):
        page.get_by_label("Who?").select_option(label=worker)
        for box, part in zip(["Day", "Month", "Year"], ["22", "11", "2026"]):
            page.get_by_label(box, exact=True).fill(part)
        page.get_by_label("From").fill("22:30")
        page.get_by_label("Until").fill("23:30")

    names = page.get_by_label("Who?").locator("option").all_inner_texts()
    fill("Kim Example")
    record(page, "Add the shift")
    fill(next(name for name in names if name not in ("Choose one", "Kim Example")))
    press(page, "Add the shift")
    assert "Kim Example is on duty then, from 22:30 on 22 November 2026 to 23:30" in text(page)
    assert page.get_by_label("From").input_value() == "22:30"
    admin.faults.clear()
    admin.check("the duty rota with an overlap")
    shift = page.locator("tbody tr").filter(has_text="22:30 to 23:30")
    press(shift, "Remove")
    assert "The shift has been removed" in said(page)
    assert not page.locator("tbody tr").filter(has_text="22:30 to 23:30").count()
