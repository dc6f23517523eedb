"""Every place of every role can be used by everybody, also when the scripts of the service do not arrive.

`test_pages` looks at the five roles of the first night; here are the others, every board, and the same pages with the
service's own scripts held back, as a slow line or a strict proxy does. What checks the page is put into it by the
browser and is not held back.
"""
import pytest

from cells import listed
from reading import act, open_board, open_person, press
from test_pages import ROLES, places

OTHERS = [
    "Custody inspector", "Drugs team manager", "Prescribing worker", "Substance misuse practitioner (orders)",
    "Probation officer", "Court clerk", "Prosecutor", "Prison drugs worker", "Employment adviser", "Family worker",
    "Volunteer", "Receptionist", "Commissioner",
]

# What a worker without scripts would press in vain: a button that sends nothing, a link that leads nowhere, and what
# opens only by a script.
DEAD_ENDS = """
    () => [...document.querySelectorAll('button, a[role=button], a, summary, input, select, textarea')]
        .filter(control => control.checkVisibility())
        .filter(control => {
            if (control.matches('button[aria-expanded]')) {
                const before = control.getAttribute('aria-expanded')
                control.click()
                const isDead = control.getAttribute('aria-expanded') === before
                control.click()
                return isDead
            }
            if (control.matches('[data-print]')) return false  // hidden until the script that makes it print has run
            if (control.matches('button')) return control.type === 'button' || !control.form
            if (control.matches('a')) return ['', '#'].includes(control.getAttribute('href') ?? '')
            if (control.matches('input, select, textarea')) return !control.form
            return false
        })
        .map(control => control.outerHTML.slice(0, 160))
"""

# What a tick or an answer opens must stand open, or open when it is ticked.
SHUT = """
    () => [...document.querySelectorAll('.govuk-checkboxes__conditional, .govuk-radios__conditional')]
        .filter(part => {
            if (part.checkVisibility()) return false
            const box = [...document.querySelectorAll('input')].find(input =>
                [input.getAttribute('aria-controls'), input.dataset.ariaControls].includes(part.id))
            box?.click()
            const isOpen = part.checkVisibility()
            box?.click()
            return !isOpen
        })
        .map(part => part.textContent.trim().slice(0, 80))
"""


def both_widths(desk, what):
    for width in [1280, 320]:
        desk.page.set_viewport_size({"width": width, "height": 900})
        desk.check(f"{what} at {width} px")


@pytest.mark.parametrize("role", OTHERS)
def test_every_place_of_the_other_roles(desk, night, role):
    desk = desk(night, role)
    for place in places(desk.page):
        desk.go(place)
        assert desk.page.locator("h1").count() == 1, f"{place} has one heading"
        both_widths(desk, f"{place} as {role}")


def test_every_board(desk, night):
    """A manager has every board of the team, and no other role has more than one that the manager has not."""
    manager = desk(night, "Drugs team manager")
    boards = manager.page.eval_on_selector_all(
        "nav a[href^='/boards/']", "links => links.map(link => link.getAttribute('href'))")
    assert len(boards) > 8
    for board in boards:
        manager.go(board)
        both_widths(manager, f"{board} as Drugs team manager")


def hold_back_scripts(desk, which):
    desk.context.route(which, lambda route: route.abort())


def usable_without_scripts(desk, what):
    assert not desk.page.locator("[data-show-when][hidden]").count(), f"{what} hides a question"
    nothing_is_shut(desk, what)


def nothing_is_shut(desk, what):
    assert not desk.page.evaluate(DEAD_ENDS), f"{what} has controls that do nothing"
    assert not desk.page.evaluate(SHUT), f"{what} has parts that nothing opens"
    desk.faults.clear()
    desk.page.set_viewport_size({"width": 320, "height": 900})
    desk.check(f"{what}, its scripts held back")


@pytest.mark.parametrize("role", ROLES)
def test_every_place_without_the_services_scripts(desk, night, role):
    desk = desk(night, role)
    hold_back_scripts(desk, "**/assets/*.js")
    for place in places(desk.page):
        desk.go(place)
        assert desk.page.locator("h1").count() == 1
        usable_without_scripts(desk, f"{place} as {role}")


def test_the_forms_of_the_night(desk, night_cells):
    meet_the_forms(desk(night_cells, "Custody officer"), both_widths)


@pytest.mark.parametrize("which", ["**/assets/*.js", "**/assets/app*.js"])
def test_the_forms_of_the_night_without_the_services_scripts(desk, night_cells, which):
    officer = desk(night_cells, "Custody officer")
    hold_back_scripts(officer, which)
    meet_the_forms(officer, usable_without_scripts)


@pytest.mark.parametrize("which", ["**/assets/govuk*.js", "**/assets/js-enabled*.js"])
def test_the_forms_of_the_night_when_one_script_does_not_arrive(desk, night_cells, which):
    officer = desk(night_cells, "Custody officer")
    hold_back_scripts(officer, which)
    meet_the_forms(officer, nothing_is_shut)


def meet_the_forms(officer, look):
    """The pages that an officer meets from a cell to the booking, and what is looked at on each."""
    someone = listed("Lea")
    page = open_board(officer, "Cells")
    act(page, someone, "Decide")
    look(officer, "the nine questions")
    page = open_person(officer, someone)
    for part in ["Timeline", "What’s due", "Sharing"]:
        press(page.get_by_role("navigation", name="Parts of the record"), part)
        look(officer, part)
    press(page, "Record something")
    look(officer, "what may be recorded")
    for title in ["Record a drug test", "Give the written notice", "Record an Inspector's answer"]:
        press(page, title)
        look(officer, title)
        page.go_back(wait_until="load")
    page = open_person(officer, someone)
    press(page.locator("main"), "Book")
    look(officer, "booking")
