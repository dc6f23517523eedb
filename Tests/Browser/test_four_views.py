"""One person, four workers: what each sees is said to be shown because of something, and one sees nothing at all."""
import pytest

from reading import control, open_board, press, row, text

UNKNOWN = "/people/222222222"
PARTS = ["", "/due", "/sharing", "/record"]


def everybody_on(desk, board):
    """The people of a board: name and address."""
    page = open_board(desk, board)
    return {link.inner_text(): link.get_attribute("href") for link in page.locator("tbody tr th a").all()}


@pytest.fixture(scope="module")
def referred():
    """Somebody on the drugs team's caseload with an open referral to housing, found once."""
    return {}


def open_referral(desk, night, referred):
    if not referred:
        housing = everybody_on(desk(night, "Housing officer"), "Referrals")
        name = sorted(housing)[0]
        referred.update(name=name, address=housing[name])
    return referred["address"]


def answer_of(desk, address):
    """Status and body of an address, as the browser of a worker gets them."""
    got = desk.context.request.get(desk.partnership.address + address)
    return got.status, got.body()


def test_the_drugs_worker_sees_the_work_and_housing_sees_the_referral(desk, night, referred):
    address = open_referral(desk, night, referred)
    worker = desk(night, "Drugs worker")
    worker.go(address)
    whole = text(worker.page)
    housing = desk(night, "Housing officer")
    housing.go(address)
    part = text(housing.page)
    assert "Shown because: This person was referred to you." in part
    press(worker.page.get_by_role("navigation", name="Parts of the record"), "Sharing")
    assert "The agency’s own record" in text(worker.page)
    assert "Referral" in part and "Referral" in whole
    own = [words for words in ["Taken on", "Appointment", "Lead worker accepted", "Contact", "Note"] if words in whole]
    assert "Taken on" in own and len(own) > 1
    for words in own:
        assert words not in part, f"{words} is the drugs team's own"
    housing.check("somebody referred, as Housing officer")


def test_the_police_see_custody_and_say_why(desk, night):
    officer = desk(night, "Custody officer")
    page = open_board(officer, "Required assessments")
    released = page.locator("tbody tr").filter(has_text="Follow-up required").first.get_by_role("link").first
    address = released.get_attribute("href")
    released.click()
    shown = text(page)
    assert "Drug test" in shown and "Arrival in custody" in shown
    assert "Shown because:" in shown
    assert "What came up" not in shown and "Care plan" not in shown
    worker = desk(night, "Drugs worker")
    worker.go(address)
    assert "What came up" in text(worker.page)
    officer.check("an assessed person, as Custody officer")


@pytest.mark.parametrize("part", PARTS)
def test_who_was_never_referred_is_like_nobody(desk, night, part):
    somebody = next(iter(everybody_on(desk(night, "Custody officer"), "Cells").values()))
    housing = desk(night, "Housing officer")
    there, nobody = answer_of(housing, somebody + part), answer_of(housing, UNKNOWN + part)
    nowhere = answer_of(housing, "/no-such-page")
    assert there == nobody == nowhere
    assert there[0] == 404


def test_searching_finds_only_who_was_referred(desk, night, referred):
    open_referral(desk, night, referred)
    cells = everybody_on(desk(night, "Custody officer"), "Cells")
    hidden = next(name for name in sorted(cells) if name != referred["name"])
    housing = desk(night, "Housing officer")
    for name, expected in [(referred["name"], 1), (hidden, 0)]:
        family, given = (part.split(" (")[0] for part in name.split(", "))
        housing.go("/people")
        page = housing.page
        page.get_by_label("Family name").fill(family)
        page.get_by_label("Given name").fill(given)
        with page.expect_navigation():
            control(page.locator("main"), "Search").click()
        assert row(page, name).count() == expected, f"{name} as Housing officer"


def test_sharing_names_the_agency_that_was_asked_and_who_looked(desk, night, referred):
    address = open_referral(desk, night, referred)
    desk(night, "Housing officer").go(address)
    worker = desk(night, "Drugs worker")
    worker.go(address + "/sharing")
    sees = worker.page.locator("table").filter(has_text="What each agency can see")
    assert "Housing Aid" in sees.inner_text(), "whom we share our record with is ours to know"
    looked = worker.page.locator("table").filter(has_text="Who has looked").first
    assert "Jan Przykladek" in looked.inner_text(), "who looked at our record is ours to know"
