import glob
import os

import pytest
from playwright.sync_api import sync_playwright

from cells import MORNING, NIGHT, bring_in
from counting import TABLE
from partnership import ROOT, SERVER, Partnership

AXE = open(glob.glob(os.path.join(ROOT, ".build-venv", "axe", "axe.min.js"))[0], encoding="utf-8").read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = {"desktop": 1280, "phone": 390}


@pytest.fixture(scope="session", autouse=True)
def table():
    # The tasks are counted on the embedded database.
    if os.path.exists(TABLE) and not SERVER:
        os.remove(TABLE)


@pytest.fixture(scope="session")
def night():
    """The partnership at ten past two in the morning."""
    partnership = Partnership(at="2026-11-19 02:10")
    yield partnership
    partnership.stop()


@pytest.fixture(scope="session")
def morning():
    """The partnership at ten past eight, when the drugs worker's shift has begun."""
    partnership = Partnership(at="2026-11-19 08:10")
    yield partnership
    partnership.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


class Desk:
    """A worker's browser, signed in. A worker signs in once for each partnership: a code works once."""

    signed_in = {}

    def __init__(self, browser, partnership, role, width=1280, scripts=True, fresh=False):
        self.partnership = partnership
        self.width = width
        key = (partnership.address, role)
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="en-GB",
            storage_state=None if fresh else self.signed_in.get(key))
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        if fresh:
            return
        if key not in self.signed_in:
            self.sign_in(role)
            self.signed_in[key] = self.context.storage_state()
        self.go("/")

    def sign_in(self, role):
        name, password = self.partnership.accounts()[role]
        page = self.page
        page.goto(self.partnership.address + "/sign-in")
        page.locator("input[autocomplete=username]").fill(name)
        page.locator("input[type=password]").fill(password)
        page.locator("input[autocomplete=one-time-code]").fill(self.partnership.code(name))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda address: "/sign-in" not in address, timeout=20_000)

    def go(self, path):
        self.page.goto(self.partnership.address + path)

    def check(self, what):
        """No violation of WCAG 2.2 AA, nothing wider than the screen, nothing refused by the content policy."""
        page = self.page
        page.evaluate(AXE)
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        said = [f"{v['id']}: {v['help']} — {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
        assert not said, f"{what}: " + "; ".join(said)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{what} is {wide} px wider than the screen"
        assert not self.faults, f"{what}: {self.faults}"

    def picture(self, name):
        """Takes a picture of what is on the screen: into the folder that THROUGHCARE_PICTURES names, docs/pictures to keep it."""
        folder = os.environ.get("THROUGHCARE_PICTURES") or self.partnership.folder.name
        path = os.path.join(folder, name + ".png")
        self.page.screenshot(path=path, full_page=False)
        assert os.path.getsize(path) > 10_000, f"{name} is a picture of nothing"

    def close(self):
        self.context.close()


@pytest.fixture(scope="session")
def night_cells(browser, night):
    """The same night, after the custody system's list has brought in the people of the journeys."""
    return with_people(browser, night, NIGHT, arrived="02:00")


@pytest.fixture(scope="session")
def morning_cells(browser, morning):
    """The same morning, with people who have been in the cells since the night."""
    return with_people(browser, morning, MORNING, arrived="04:00")


def with_people(browser, partnership, names, arrived):
    officer = Desk(browser, partnership, "Custody officer")
    bring_in(officer, names, arrived)
    officer.close()
    return partnership


@pytest.fixture
def desk(browser):
    """Opens desks and closes them after the test."""
    opened = []

    def open_desk(partnership, role, **options):
        desk = Desk(browser, partnership, role, **options)
        opened.append(desk)
        return desk

    yield open_desk
    for one in opened:
        one.close()
