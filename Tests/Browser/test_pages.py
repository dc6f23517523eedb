"""Every page that a role meets from its navigation is accessible, fits a phone, and works without scripts."""
import pytest

ROLES = ["Custody officer", "Drugs worker", "Drugs worker at court", "Housing officer", "Administrator"]


def places(page):
    """The links of the navigation, in order, without the help and sign-out of the frame."""
    return page.eval_on_selector_all(
        "nav.govuk-service-navigation__wrapper a, .govuk-service-navigation a",
        "links => [...new Set(links.map(link => new URL(link.href).pathname))]")


def first_person(page):
    return page.evaluate(
        """() => {
            const link = [...document.querySelectorAll('main a')]
                .map(a => new URL(a.href).pathname).find(path => /^\\/people\\/[0-9A-Z]{9}$/.test(path));
            return link || null;
        }""")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("width", [1280, 320])
def test_every_place_of_the_navigation(desk, night, role, width):
    desk = desk(night, role, width=width)
    for place in places(desk.page) or ["/"]:
        desk.go(place)
        assert desk.page.locator("h1").count() == 1, f"{place} has one heading"
        desk.check(f"{place} as {role} at {width} px")


@pytest.mark.parametrize("role", ["Custody officer", "Drugs worker"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_persons_pages(desk, night, role, width):
    desk = desk(night, role, width=width)
    desk.go("/boards")
    person = first_person(desk.page)
    assert person, "the board leads to a person"
    for part in ["", "/due", "/sharing", "/record"]:
        desk.go(person + part)
        assert desk.page.locator("h1").count() == 1, f"{part} has one heading"
        desk.check(f"{part or '/'} of a person as {role} at {width} px")


def test_without_scripts_every_place_is_there(desk, night):
    desk = desk(night, "Custody officer", scripts=False)
    for place in ["/boards", "/today", "/people", "/diary", "/referrals", "/help"]:
        desk.go(place)
        assert desk.page.locator("h1").count() == 1
        assert "Sign in" not in desk.page.locator("h1").inner_text()


def test_an_administrator_sees_no_case(desk, night):
    desk = desk(night, "Administrator")
    for place in ["/boards", "/today", "/people", "/diary", "/referrals"]:
        answer = desk.page.goto(night.address + place)
        assert first_person(desk.page) is None, f"{place} leads to nobody"
        assert answer.status in (200, 303, 403, 404)
