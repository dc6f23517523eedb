"""A server whose clock is set forwards and backwards by minutes, hours and days while people record."""

import json
import pathlib
import random
import tempfile
import time

from offices import clock, offices, post, tidy
from prepared import NotAsExpected, hold
from rows import Row

from partnership import Browser, Server, code, once, told

MINUTE, HOUR, DAY = 60, 3_600, 86_400
STEPS = [-2 * DAY, -DAY, -2 * HOUR, -HOUR, -10 * MINUTE, -MINUTE, 0, MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, DAY, 3 * DAY]
# How long after it was done each duty of the runner is due again, with room for the turn itself.
PERIODS = {"standings": 15, "escalations": 30, "checkpoint": 60, "subjects": 30, "upkeep": HOUR, "verification": 2 * DAY}


class Clock:
    """The clock of a server, which its file sets."""

    def __init__(self, folder):
        self.file = pathlib.Path(folder) / "clock"
        self.set(0)

    def set(self, seconds):
        self.ahead = seconds
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.rename(self.file)

    @property
    def now(self):
        return time.time() + self.ahead


class Desk:
    """Somebody who records notes, signs in again when they must, and sends again what was not acknowledged."""

    def __init__(self, site, clock, browsers):
        self.site, self.clock, self.browsers = site, clock, browsers
        # A code is not taken at a time before that of the last one: when each gave theirs.
        self.used = [time.time()] * len(browsers)
        self.acknowledged, self.events, self.wrong = [], [], []
        self.lapsed = 0
        self.browser = None

    def sign_in(self):
        """As the first of the workers whose code is taken."""
        place = min(range(len(self.used)), key=self.used.__getitem__)
        if self.used[place] + MINUTE < self.clock.now:
            self.browser = signed_in(self.site, self.clock, self.browsers[place])
            if self.browser is None:
                self.wrong.append("a sign-in was refused")
            self.used[place] = self.clock.now
        return self.browser is not None

    def locked_out(self):
        """How many of those who signed in while the clock was ahead cannot now."""
        ahead = [browser for browser, used in zip(self.browsers, self.used) if used > self.clock.now + HOUR]
        return sum(signed_in(self.site, self.clock, browser) is None for browser in ahead), len(ahead)

    def record(self, person):
        key, mark = once(), f"note-0-{len(self.events)}-end"
        for _ in range(4):
            if self.browser is None and not self.sign_in():
                return
            status, location, page = post(self.browser, f"/people/{person}/record/core/note", key, a_text=mark)
            if status == 303 and location.startswith("/people/"):
                self.acknowledged.append(mark)
                self.events.append(location.split("/")[4])
                return
            if is_sign_in(status, location, page):
                self.lapsed += 1
                self.browser = None
            elif status not in (409, 429, 503):
                self.wrong.append(f"a note answered {status}: {told(page)[:150]}")
                return

    def look(self, paths):
        for path in paths:
            if self.browser is None:
                return
            status, location, page = self.browser.request("GET", path)
            if status not in (200, 303):
                self.wrong.append(f"{path} answered {status}: {told(page)[:150]}")


def is_sign_in(status, location, page):
    return (status == 303 and location.startswith("/sign-in")) or (status == 403 and "You have been signed out" in page)


def signed_in(site, clock, known):
    """At a browser that this worker has used before. `None` when it is refused."""
    account, browser = known.worker, Browser(known.worker)
    browser.cookies = known.cookies
    browser.connect(site.ports[0])
    status, _, page = browser.request("POST", "/sign-in", {
        "name": account["name"], "password": account["password"], "code": code(account["secret"], clock.now)})
    if status >= 500:
        raise NotAsExpected(f"sign-in answered {status}: {told(page)}")
    if status != 303:
        return None
    browser.csrf = browser.hidden(browser.request("GET", "/password")[2])["csrf"]
    return browser


def is_live(browser):
    status, location, page = browser.request("GET", "/people")
    return status == 200 and not is_sign_in(status, location, page)


def sessions(site, clock, browsers):
    """What is wrong with how long sessions live when the clock is set."""
    wrong, start = [], clock.ahead

    def fresh():
        browser = signed_in(site, clock, browsers.pop())
        if browser is None or not is_live(browser):
            raise NotAsExpected("nobody could sign in")
        return browser

    browser = fresh()
    clock.set(start + 21 * MINUTE)
    if is_live(browser):
        wrong.append("a session lives 21 minutes without a request")
    browser, begun, lived = fresh(), clock.ahead, 0
    while is_live(browser) and lived < 60:
        clock.set(clock.ahead + 15 * MINUTE)
        lived += 1
    hours = (clock.ahead - begun) / HOUR
    if not 11.5 <= hours <= 12.5:
        wrong.append(f"a session lived {hours:.1f} hours")
    browser = fresh()
    clock.set(clock.ahead - 2 * DAY)
    if is_live(browser):
        wrong.append("a session from two days ahead is live")
    clock.set(clock.ahead + 2 * DAY + 21 * MINUTE)
    if is_live(browser):
        wrong.append("a session that was set back and forth lives 21 minutes without a request")
    return wrong


def deadlines(site, person):
    rows = site.partnership.column(
        f"SELECT opened_by || ' ' || clock || ' ' || number || ' ' || due_at FROM deadlines WHERE subject = '{person}'")
    return {tuple(row.split()[:3]): row.split()[3] for row in rows}


def put_off(site, clock):
    """Duties of the runner that are not due before a time that the clock will reach long after their period."""
    rows = site.partnership.column("SELECT kind || ' ' || due_at FROM waiting_work")
    late = {kind: int(due) / 1000 - clock.now for kind, due in (row.split() for row in rows)}
    return {kind: seconds for kind, seconds in late.items() if seconds > PERIODS[kind] + 60}


def out_of_order(numbers):
    return sum(later <= earlier for earlier, later in zip(numbers, numbers[1:]))


def row(steps, seed):
    dice = random.Random(seed)
    with offices(workers=18, prescribers=0, administrators=0) as site, \
            tempfile.TemporaryDirectory(prefix="throughcare-clock-") as folder:
        # The server of the set-up has no clock of its own.
        first = site.drugs_workers[0]
        person = first.make_person("Example", "Clock")
        site.record(first, person, "core/taken-on", a_worker=first.worker["worker"], a_came_by="voluntary-other")
        site.record(first, person, "core/hand-over-given", a_leaving="now")
        site.stop()
        wall = Clock(folder)
        site.partnership.environment |= clock(file=wall.file)
        server = serve(site)
        try:
            # Those who signed in before have used up a code of this half minute.
            wall.set(MINUTE)
            due = deadlines(site, person)
            desk = Desk(site, wall, site.drugs_workers[:12])
            wrong, most = desk.wrong, wall.ahead
            for number in range(steps):
                # Days go by besides, so that those who signed in while it was ahead can at some time do so again.
                wall.set((2 + number // 2) * DAY + dice.choice(STEPS))
                most = max(most, wall.ahead)
                for _ in range(3):
                    desk.record(person)
                desk.look([f"/people/{person}", f"/people/{person}/due", "/boards/nottingham/no-lead-caseload", "/diary",
                           "/today"])
                now = deadlines(site, person)
                wrong += [f"{key[1]} {key[2]} was due at {at} and is at {now.get(key)}" for key, at in due.items()
                          if now.get(key, at) != at]
                if server.process.poll() is not None:
                    raise NotAsExpected(f"the server ended with {server.process.returncode}")
            # Three days ahead for long enough that every duty has its turn, and then right again.
            right = most + DAY
            wall.set(right + 3 * DAY)
            most = wall.ahead
            for _ in range(3):
                desk.record(person)
                time.sleep(2.2)
            late = site.drugs_workers[15:]
            # Nobody fails to sign in; each is at a browser that is not known here.
            if signed_in(site, wall, Browser(late[0].worker)) is None:
                wrong.append("a sign-in was refused")
            wall.set(right)
            time.sleep(3)
            off = put_off(site, wall)
            locked_out, asked = desk.locked_out()
            if signed_in(site, wall, Browser(late[1].worker)) is None:
                wrong.append("at a new browser nobody can sign in, as if many had failed")
            somebody = signed_in(site, wall, late[2])
            if somebody is None:
                wrong.append("at a known browser nobody can sign in")
            else:
                status, _, _ = post(somebody, f"/people/{person}/events/{desk.events[-1]}/withdraw", once(), reason="Example")
                if status != 303:
                    wrong.append(f"what was recorded while it was ahead cannot be withdrawn: {status}")
            wall.set(most + HOUR)
            wrong += sessions(site, wall, site.drugs_workers[12:15])
            most = max(most, wall.ahead)
            if server.stop() != 0:
                wrong.append("the server did not stop as asked")
            # What starts with a clock that cannot be right serves nobody.
            wall.set(0)
            early = Server(site.partnership)
            if early.wait_until_ready() is not None:
                wrong.append("a server starts before the ledger's last entry")
            early.end()
            wall.set(most + HOUR)
            for command in (("audit", "verify"), ("doctor", "--rebuild")):
                try:
                    site.partnership.run(*command)
                except NotAsExpected as fault:
                    wrong.append(str(fault)[:300])
        finally:
            server.end()
            tidy(server.process)
        if off:
            wrong.append(f"set right, {len(off)} duties of the runner wait for {min(off.values()) / HOUR:.0f} to "
                         f"{max(off.values()) / HOUR:.0f} hours")
        notes = site.partnership.column("SELECT answers FROM event_sections")
        lost, twice = hold(desk.acknowledged, notes)
        places, times = placed(site, desk.events)
    disordered = out_of_order(times)
    return Row(
        "A clock that is set forwards and backwards loses, doubles and reorders nothing, and lets nobody stay signed in",
        f"{steps} steps of up to 3 days: {len(desk.acknowledged)} acknowledged, {lost} lost, {twice} twice, "
        f"{out_of_order(places)} out of place; {len(due)} deadlines kept; {desk.lapsed} times signed out; set right after "
        f"3 days ahead, {locked_out} of {asked} who had signed in then cannot now; {len(wrong)} wrong"
        + (f": {'; '.join(wrong[:6])}" if wrong else ""),
        "0 lost, 0 twice, 0 out of place, 0 wrong",
        not (lost or twice or wrong or out_of_order(places)) and len(desk.acknowledged) > steps,
        f"the same entries in the order of the clock: {disordered} out of place", disordered > 0, str(seed))


def serve(site):
    site.servers[0] = Server(site.partnership, port=site.ports[0])
    if site.servers[0].wait_until_ready() is None:
        raise NotAsExpected("the server did not start")
    return site.servers[0]


def placed(site, events):
    """Of each event, the place of its entry in the ledger, and what the clock said then."""
    rows = site.partnership.column(
        "SELECT c.content || '\t' || e.position || '\t' || e.entry FROM ledger_contents c JOIN ledger_entries e"
        " ON e.position = c.position WHERE c.content LIKE '%\"events\"%'")
    where = {}
    for line in rows:
        content, position, entry = line.split("\t")
        for event in json.loads(content)["events"]:
            where[event["id"]] = (int(position), json.loads(entry)["at"])
    return [where[event][0] for event in events], [where[event][1] for event in events]
