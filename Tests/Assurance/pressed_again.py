"""The same form sent many times at once, and again after the server was killed: one effect, and the same answer to each."""

import copy
import datetime
import http.client
import random
import time

from offices import LONDON, at_once, boxes, marks, offices, post, soon
from prepared import NotAsExpected
from rows import Row

from partnership import Server, once, told


class Form:
    """A form as it was filled in: where it goes, what it says, and what in the record counts its effects."""

    def __init__(self, kind, browser, path, fields, other, query):
        self.kind, self.browser, self.path, self.fields = kind, browser, path, fields
        # The same form with something else in it.
        self.other = {**fields, **other}
        self.query = query

    def send(self, key, port, fields=None):
        """On a connection of its own, as a second press would be."""
        browser = copy.copy(self.browser)
        browser.connection, browser.port, browser.cookies = None, port, dict(self.browser.cookies)
        try:
            status, location, page = post(browser, self.path, key, **(fields or self.fields))
        except (OSError, http.client.HTTPException):
            return None
        finally:
            browser.close()
        return status, location, page


def note(site, number):
    person = site.person
    return Form("a note", site.drugs_workers[0], f"/people/{person}/record/core/note", {"a_text": f"marker-{number}-end"},
                {"a_text": f"marker-{number}-other"},
                f"SELECT count(*) FROM event_sections WHERE answers LIKE '%marker-{number}-%'")


def new_person(site, number):
    """Somebody of the same name as another, who is not the same."""
    browser, family = site.drugs_workers[0], f"Alike{number}"
    browser.make_person(family, "Example")
    fields = {"answered": "yes", "seen": "", "a-family-name": family, "a-given-name": "Example"}
    status, _, page = post(browser, "/people/new", once(), **fields)
    if status != 409:
        raise NotAsExpected(f"a person of the same name answered {status}: {told(page)}")
    fields["seen"] = browser.hidden(page)["seen"]
    return Form("a new person", browser, "/people/new", fields, {"a-given-name": "Another"},
                f"SELECT count(*) - 1 FROM event_sections WHERE answers LIKE '%\"{family}\"%'")


def correction(site, number):
    browser, person = site.drugs_workers[0], site.person
    event = site.record(browser, person, "core/note", a_text=f"Example {number}")
    return Form("a correction", browser, f"/people/{person}/events/{event}/amend",
                {"a_text": f"Example {number} amended", "reason": "Example"}, {"reason": "Another"},
                f"SELECT count(*) FROM events WHERE supersedes = '{event}'")


def withdrawal(site, number):
    browser, person = site.drugs_workers[0], site.person
    event = site.record(browser, person, "core/note", a_text=f"Example {number}")
    return Form("a withdrawal", browser, f"/people/{person}/events/{event}/withdraw", {"reason": "Example"},
                {"reason": "Another"}, f"SELECT count(*) FROM events WHERE supersedes = '{event}'")


def move(site, number):
    browser, person = site.drugs_workers[0], site.person
    event = site.record(browser, person, "core/note", a_text=f"Example {number}")
    return Form("a move to another person", browser, f"/people/{person}/events/{event}/move",
                {"reason": "Example", "other": site.other}, {"reason": "Another"},
                f"SELECT count(*) FROM events WHERE supersedes = '{event}'")


def booking(site, number):
    browser, slot = site.drugs_workers[0], site.slots.pop()
    return Form("a booking", browser, f"/people/{site.person}/book", {"slot": slot, "purpose": "voluntary"},
                {"slot": site.slots[0]}, f"SELECT count(*) FROM event_sections WHERE answers LIKE '%\"slot\":\"{slot}\"%'")


def referral(site, number):
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Referred {number}")
    path, fields = f"/people/{person}/record/core/referral", {"a_to_agency": "rat", "a_service": "prescribing", "a_agreed": "yes"}
    fields["warning_read"] = marks(post(browser, path, once(), **fields)[2])[0]
    return Form("a referral", browser, path, fields, {"a_service": "triage"},
                f"SELECT count(*) FROM events WHERE subject = '{person}' AND type = 'core/referral'")


def press(site, number):
    """A press in a row of a board."""
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Answered {number}")
    event = site.record(browser, person, "core/referral", a_to_agency="rat", a_service="prescribing", a_agreed="yes")
    return Form("a press on a board", site.prescribers[0], "/boards/act",
                {"board": "nottingham/referrals-in", "act": "accept", "row": event, "subject": person}, {"row": "other"},
                f"SELECT count(*) FROM events WHERE subject = '{person}' AND type = 'core/referral-answer'")


def presence(site, number):
    """A press in the diary."""
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Expected {number}")
    event = site.record(browser, person, "core/appointment", a_purpose="voluntary", a_venue="office", a_diary="cjit",
                        a_minutes="10", **boxes("a-at", soon(10)))
    return Form("a press in the diary", browser, "/diary/acts", {"act": "attended", "appointment": event, "person": person},
                {"act": "did-not-attend"},
                f"SELECT count(*) FROM events WHERE subject = '{person}' AND type = 'core/attendance'")


def shift(site, number):
    day = soon(60 * 24 * (2 + number % 300)).astimezone(LONDON)
    start = int(datetime.datetime(day.year, day.month, day.day, 8, tzinfo=LONDON).timestamp() * 1000)
    return Form("a shift", site.administrators[0], "/partnership/duty-rota", {
        "rota": "custody-duty", "worker": site.drugs_workers[0].worker["worker"], "day_day": str(day.day),
        "day_month": str(day.month), "day_year": str(day.year), "from": "08:00", "until": "16:00"}, {"until": "17:00"},
        f"SELECT count(*) FROM rota_shifts WHERE starts_at = {start}")


def acknowledgement(site, number):
    """An alert that somebody has in hand."""
    opened_by, programme, clock, place, subject = site.alerts.pop().split()
    return Form("an alert in hand", site.drugs_workers[0], "/today/acknowledgements", {
        "opened_by": opened_by, "programme": programme, "clock": clock, "number": place, "doing": "Example"},
        {"doing": "Another"}, f"SELECT count(*) FROM events WHERE subject = '{subject}' AND type = 'core/acknowledgement'")


KINDS = [note, new_person, correction, withdrawal, move, booking, referral, press, presence, shift,
         acknowledgement]
# Of these a second form with a key of its own records the same once more: for the control. (A second referral shows first
# what they will see by now, and is asked again.)
REPEATABLE = [note]
PRESSES = 8


def again(site, killed):
    """Starts a server that was killed again, at its port."""
    site.servers[killed] = Server(site.partnership, port=site.ports[killed])
    if site.servers[killed].wait_until_ready() is None:
        raise NotAsExpected("the server did not start again")
    for browsers in site.browsers.values():
        for browser in browsers:
            browser.close()


def pressed(site, form, dice, kill):
    """Everything that is wrong with the answers to one form, pressed often, and how many answers were asked for."""
    key, wrong = once(), []
    acts = [lambda port=site.ports[place % len(site.ports)]: form.send(key, port) for place in range(PRESSES)]
    killed = dice.randrange(len(site.servers))
    if kill:
        delay = dice.uniform(0, 0.06)

        def end():
            time.sleep(delay)
            site.servers[killed].kill()

        acts.append(end)
    answers = [answer for answer in at_once(acts)[:PRESSES] if answer is not None]
    if kill:
        # The other server answers at once, where there is one.
        answers += [form.send(key, port) for place, port in enumerate(site.ports) if place != killed]
        again(site, killed)
    answers += [form.send(key, port) for port in site.ports for _ in range(2)]
    arrived = [answer for answer in answers if isinstance(answer, tuple)]
    refused = [answer for answer in arrived if answer[0] == 503]
    unlike = {f"{status} {location}" for status, location, _ in arrived if status != 503}
    if len(unlike) != 1 or not next(iter(unlike)).startswith("303 "):
        wrong.append(f"{form.kind}: answered {sorted(unlike)}")
    if refused and not kill:
        wrong.append(f"{form.kind}: {len(refused)} refused with 503")
    wrong += [f"{form.kind}: {answer!r}" for answer in answers if not isinstance(answer, tuple)]
    if site.count(form.query) != 1:
        wrong.append(f"{form.kind}: {site.count(form.query)} effects")
    events = site.count("SELECT count(*) FROM events")
    status, location, page = form.send(key, site.ports[0], form.other)
    if status not in (409, 422):
        wrong.append(f"{form.kind}: with something else in it {status} {location}: {told(page)[:60]}")
    if site.count("SELECT count(*) FROM events") != events or site.count(form.query) != 1:
        wrong.append(f"{form.kind}: with something else in it, it was recorded")
    return wrong, len(answers)


def control(site, number):
    """The same form with a key of its own each time: its effects must be counted."""
    counts = []
    for make in REPEATABLE:
        form = make(site, f"{number}0000")
        at_once([lambda port=site.ports[place % len(site.ports)]: form.send(once(), port) for place in range(PRESSES)])
        counts.append(site.count(form.query))
    return counts


def row(forms, seed, postgres=False):
    dice, wrong, sent, kills = random.Random(seed), [], 0, 0
    with offices(postgres=postgres, workers=1, administrators=1) as site:
        first = site.drugs_workers[0]
        site.person = first.make_person("Example", "Pressed")
        site.other = first.make_person("Other", "Pressed")
        site.add_times(first, "")
        site.slots = site.partnership.column("SELECT id FROM diary_slots ORDER BY starts_at")
        site.raise_alerts(forms // len(KINDS) + 1)
        for number in range(forms):
            kill = number % 5 == 4
            kills += kill
            found, count = pressed(site, KINDS[number % len(KINDS)](site, number), dice, kill)
            wrong, sent = wrong + found, sent + count
        counts = control(site, forms)
        site.stop()
        for command in (("audit", "verify"), ("doctor", "--rebuild")):
            try:
                site.partnership.run(*command)
            except NotAsExpected as fault:
                wrong.append(str(fault))
    where = "PostgreSQL, two servers" if postgres else "SQLite"
    # The first of each kind.
    first = list({line[:30]: line for line in reversed(wrong)}.values())[:6]
    return Row(
        f"A form sent again, at the same moment or after a kill, does its work once and is answered alike ({where})",
        f"{forms} forms of {len(KINDS)} kinds, {sent} answers, {kills} kills; each sent with something else in it "
        f"besides; {len(wrong)} wrong" + (f": {'; '.join(first)}" if wrong else ""), "one effect, one answer, something else refused", not wrong,
        f"{PRESSES} of one form with a key each: {' and '.join(map(str, counts))} effects", all(count > 1 for count in counts),
        str(seed))
