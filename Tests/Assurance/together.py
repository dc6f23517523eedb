"""What only one can have, wanted by many at the same moment, through the pages: exactly one gets it, everybody else is told
so, and the record holds one."""

import collections
import datetime
import random
import re

from offices import LONDON, at_once, boxes, offices, post, post_parts, soon
from prepared import NotAsExpected
from rows import Row

from partnership import Browser, code, once, told


class Wanted:
    """One thing that only one can have: what each who wants it sends, and what in the record says how many have it."""

    def __init__(self, kind, acts, query, wins=None, allies=(), after=lambda: None):
        self.kind, self.acts, self.query = kind, acts, query
        # What an answer looks like that says: it is yours.
        self.wins = wins or (lambda status, location, page: status == 303)
        # Those who want the same of it, and may all have it.
        self.allies = set(allies)
        # What puts things right for the next.
        self.after = after


def free_time(site, number):
    """A time in the diary, which everybody books for somebody else."""
    slot, people = site.slots.pop(), site.people
    acts = [lambda browser=browser, person=person: post(
        browser, f"/people/{person}/book", once(), slot=slot, purpose="voluntary")
            for browser, person in zip(site.drugs_workers, people)]
    return Wanted("a time in the diary", acts,
                  f"SELECT count(*) FROM event_sections WHERE answers LIKE '%\"slot\":\"{slot}\"%'")


def time_taken_away(site, number):
    """A time that some book and others take out of the diary."""
    slot, people = site.slots.pop(), site.people
    acts = []
    for place, (browser, person) in enumerate(zip(site.drugs_workers, people)):
        if place < 2:
            acts.append(lambda browser=browser, person=person: post(
                browser, f"/people/{person}/book", once(), slot=slot, purpose="voluntary"))
        elif place < 4:
            acts.append(lambda browser=browser: post(browser, "/diary/times/taken-away", once(), slot=slot))
    query = (f"SELECT (SELECT count(*) FROM event_sections WHERE answers LIKE '%\"slot\":\"{slot}\"%')"
             f" + (SELECT count(*) FROM diary_slots WHERE id = '{slot}' AND taken_away_at IS NOT NULL)")
    # Taken away twice is taken away.
    return Wanted("a time booked or taken away", acts, query, allies=[2, 3])


def correction(site, number):
    """A note that some amend and others withdraw."""
    browser, person = site.drugs_workers[0], site.people[number % len(site.people)]
    event = site.record(browser, person, "core/note", a_text=f"Example {number}")
    acts = []
    for place, browser in enumerate(site.drugs_workers):
        if place % 3 == 2:
            acts.append(lambda browser=browser: post(
                browser, f"/people/{person}/events/{event}/withdraw", once(), reason="Example"))
        else:
            acts.append(lambda browser=browser, place=place: post(
                browser, f"/people/{person}/events/{event}/amend", once(), a_text=f"Example {number} {place}", reason="Example"))
    return Wanted("the first correction", acts, f"SELECT count(*) FROM events WHERE supersedes = '{event}'")


def lead(site, number):
    """The lead of somebody whom nobody leads."""
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Unled {number}")
    opening = site.record(browser, person, "core/taken-on", a_worker=browser.worker["worker"], a_came_by="voluntary-other")
    site.record(browser, person, "core/hand-over-given", a_leaving="now")
    acts = [lambda browser=browser: post(
        browser, "/boards/act", once(), board="nottingham/no-lead-caseload", act="accept", row=opening, subject=person)
            for browser in site.drugs_workers]
    return Wanted("the lead of a person", acts, f"SELECT count(*) FROM events WHERE subject = '{person}'"
                  " AND type = 'core/lead-acceptance'")


def referral(site, number):
    """A referral that waits for an answer."""
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Referred {number}")
    event = site.record(browser, person, "core/referral", a_to_agency="rat", a_service="prescribing", a_agreed="yes")
    acts = [lambda browser=browser: post(
        browser, "/boards/act", once(), board="nottingham/referrals-in", act="accept", row=event, subject=person)
            for browser in site.prescribers]
    return Wanted("the answer to a referral", acts, f"SELECT count(*) FROM events WHERE subject = '{person}'"
                  " AND type = 'core/referral-answer'")


def attendance(site, number):
    """An appointment of which some say that the person came, and others that they did not."""
    browser = site.drugs_workers[0]
    person = browser.make_person("Example", f"Expected {number}")
    event = site.record(browser, person, "core/appointment", a_purpose="voluntary", a_venue="office", a_diary="cjit",
                        a_minutes="10", **boxes("a-at", soon(10)))
    acts = [lambda browser=browser, act=act: post(
        browser, "/diary/acts", once(), act=act, appointment=event, person=person)
            for browser, act in zip(site.drugs_workers, ["attended", "did-not-attend"] * len(site.drugs_workers))]
    return Wanted("whether they came", acts, f"SELECT count(*) FROM events WHERE subject = '{person}'"
                  " AND type = 'core/attendance'")


def alert(site, number):
    """An alert that somebody is to have in hand."""
    opened_by, programme, clock, place, subject = site.alerts.pop().split()
    acts = [lambda browser=browser: post(
        browser, "/today/acknowledgements", once(), opened_by=opened_by, programme=programme, clock=clock, number=place)
            for browser in site.drugs_workers]
    return Wanted("an alert in hand", acts, f"SELECT count(*) FROM events WHERE subject = '{subject}'"
                  " AND type = 'core/acknowledgement'")


def line_of_a_list(site, number):
    """Another system's list of somebody new, which several load."""
    family = "Listed" + "".join(chr(97 + int(digit)) for digit in str(number))
    text = ("Custody No,Surname,Forename,DOB,Sex,Arrived,Offence code,Offence,Alcohol,Cell\n"
            f"31 CR/{number:06}/26,{family},Robin,,,{(soon(-60)).astimezone(LONDON):%d/%m/%Y %H:%M},,Theft,,M1\n")
    acts = [lambda browser=browser: post_parts(browser, "/boards/nottingham/cells/load/confirm", once(), list=text, line_2="new")
            for browser in site.officers]
    return Wanted("a line of a list", acts, f"SELECT count(DISTINCT subject) FROM person_names WHERE family = '{family}'",
                  lambda status, location, page: status == 303 and "loaded=1" in location)


def sign_in_name(site, number):
    """A sign-in name that two administrators give to two workers."""
    name, day = f"example.{number}", datetime.datetime.now(LONDON)
    acts = [lambda browser=browser, place=place: post(
        browser, "/partnership/workers", once(), name=f"Example {number} {place}", sign_in_name=name, agency="cjit",
        role="drugs-worker", from_day=str(day.day), from_month=str(day.month), from_year=str(day.year))
            for place, browser in enumerate(site.administrators)]
    return Wanted("a sign-in name", acts, f"SELECT count(*) FROM workers WHERE lower(sign_in_name) = '{name}'",
                  lambda status, location, page: status == 200 and "has been added" in page)


def shift(site, number):
    """The same hours of a rota, for different workers."""
    day = soon(60 * 24 * (2 + number % 300)).astimezone(LONDON)
    hours = [("08:00", "16:00"), ("12:00", "20:00")] if number < 300 else [("20:00", "23:00"), ("21:00", "23:30")]
    acts = [lambda browser=browser, place=place: post(
        browser, "/partnership/duty-rota", once(), rota="custody-duty", worker=site.drugs_workers[place].worker["worker"],
        day_day=str(day.day), day_month=str(day.month), day_year=str(day.year),
        **{"from": hours[place % 2][0]}, until=hours[place % 2][1])
            for place, browser in enumerate(site.administrators)]
    start = int(datetime.datetime(day.year, day.month, day.day, int(hours[0][0][:2]), tzinfo=LONDON).timestamp() * 1000)
    return Wanted("a shift on the rota", acts, f"SELECT count(*) FROM rota_shifts WHERE starts_at >= {start}"
                  f" AND starts_at < {start + 8 * 3_600_000}")


def administration(site, number):
    """Two who administer the partnership, and each ends the other's role: one must remain."""
    accounts = site.accounts["administrator"]
    acts = [lambda browser=browser, other=other: post(
        browser, f"/partnership/workers/{other['worker']}/role-ends", once(), end_role="administrator@cjit", end_when="now")
            for browser, other in zip(site.administrators, accounts[::-1])]
    ended = "SELECT count(*) FROM worker_roles WHERE role = 'administrator' AND until_on IS NOT NULL"

    def repair():
        """As they were, with their sessions, for the next time."""
        site.partnership.change("UPDATE worker_roles SET until_on = NULL, from_on = NULL WHERE role = 'administrator'")
        for account in accounts:
            site.partnership.change(f"UPDATE sessions SET ended_at = NULL WHERE worker = '{account['worker']}'")

    return Wanted("the last administrator", acts, ended, after=repair)


def one_code(site, number):
    """One code of an authenticator app, at several browsers."""
    account = site.account(f"coded{number}", "drugs-worker@cjit")
    fields = {"name": account["name"], "password": account["password"], "code": code(account["secret"])}
    browsers = [Browser(account, next(site.addresses)) for _ in range(4)]
    for place, browser in enumerate(browsers):
        browser.connect(site.ports[place % len(site.ports)])
    acts = [lambda browser=browser: browser.request("POST", "/sign-in", fields) for browser in browsers]
    return Wanted("a code that works once", acts, f"SELECT count(*) FROM sessions WHERE worker = '{account['worker']}'")


KINDS = [free_time, time_taken_away, correction, lead, referral, attendance, alert, line_of_a_list, sign_in_name, shift,
         administration, one_code]


class Outcome:
    """How one moment ended: how many were told that it is theirs, how many have it, and answers that nobody should get."""

    def __init__(self, wanted, told_so, have, bad):
        self.wanted, self.told_so, self.have, self.bad = wanted, told_so, have, bad

    @property
    def wrong(self):
        found = list(self.bad)
        if self.have != 1:
            found.append(f"{self.wanted.kind}: {self.have} have it")
        if self.told_so != 1:
            found.append(f"{self.wanted.kind}: {self.told_so} were told that it is theirs")
        return found


def try_for(site, make, number):
    wanted = make(site, number)
    answers = at_once(wanted.acts)
    bad, winners = [], []
    for place, answer in enumerate(answers):
        if isinstance(answer, Exception):
            bad.append(f"{wanted.kind}: {type(answer).__name__}: {answer}")
            continue
        status, location, page = answer
        if status >= 500:
            bad.append(f"{wanted.kind}: answered {status}: {told(page)}")
        elif wanted.wins(status, location, page):
            winners.append(place)
    told_so = len(set(winners) - wanted.allies) + bool(set(winners) & wanted.allies)
    outcome = Outcome(wanted, told_so, site.count(wanted.query), bad)
    wanted.after()
    return outcome


def prepare(site):
    """People whom everybody books for, and times enough."""
    first = site.drugs_workers[0]
    site.people = [first.make_person("Example", f"Booked {number}") for number in range(len(site.drugs_workers))]
    for room in ("A", "B"):
        site.add_times(first, room)
    site.slots = site.partnership.column("SELECT id FROM diary_slots ORDER BY starts_at")


# What would make two of one behind the program's back, by what was wanted: of the event, the person or the instant that its
# query names. A rule of the database that forbids it is dropped first.
COPY = ("INSERT INTO events (id, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency, supersedes) "
        "SELECT '{name}', subject, type, version, act, occurred_at, known_at, recorded_at, by, agency, supersedes FROM events ")
PLANTED = {
    "the lead of a person": [
        COPY.format(name="PLANTED1") + "WHERE type = 'core/lead-acceptance' AND subject = '{what}' LIMIT 1"],
    "the first correction": [
        "DROP INDEX events_superseded_once", COPY.format(name="PLANTED2") + "WHERE supersedes = '{what}' LIMIT 1"],
    "a shift on the rota": [
        "INSERT INTO rota_shifts (id, rota, worker, agency, starts_at, ends_at) "
        "SELECT 'PLANTED', rota, worker, agency, starts_at, ends_at FROM rota_shifts WHERE starts_at >= {what} "
        "ORDER BY starts_at LIMIT 1"],
}


def plant(site, outcomes):
    """Doubles one of each of these, and gives which of them the same count then does not find."""
    missed = []
    for kind, statements in PLANTED.items():
        wanted = next(outcome.wanted for outcome in outcomes if outcome.wanted.kind == kind)
        what = re.search(r"(?:subject|supersedes|starts_at) >?= '?(\w+)", wanted.query).group(1)
        for statement in statements:
            site.partnership.change(statement.replace("{what}", what))
        before = next(outcome.have for outcome in outcomes if outcome.wanted is wanted)
        if site.count(wanted.query) != before + 1 or not Outcome(wanted, 1, before + 1, []).wrong:
            missed.append(kind)
    # And of what was answered: one more who was told that it is theirs.
    missed += [outcome.wanted.kind for outcome in outcomes if not Outcome(outcome.wanted, 2, 1, []).wrong]
    return missed


def row(rounds, seed, postgres=False):
    dice = random.Random(seed)
    with offices(postgres=postgres, officers=4) as site:
        prepare(site)
        site.raise_alerts(rounds)
        outcomes = []
        for number in range(rounds):
            for make in dice.sample(KINDS, len(KINDS)):
                outcomes.append(try_for(site, make, number))
        wrong = [", ".join(outcome.wrong) for outcome in outcomes if outcome.wrong]
        forks = site.partnership.column(
            "SELECT supersedes FROM events WHERE supersedes IS NOT NULL GROUP BY supersedes HAVING count(*) > 1")
        wrong += [f"{fork} was corrected twice" for fork in forks]
        site.stop()
        for command in (("audit", "verify"), ("doctor", "--rebuild")):
            try:
                said = site.partnership.run(*command)
                if "were not what the record gives" in said:
                    wrong.append("derived rows differ from the record")
            except NotAsExpected as fault:
                wrong.append(str(fault))
        missed = plant(site, outcomes)
    by_kind = collections.Counter(line.split(":")[0] for line in wrong)
    where = "PostgreSQL, two servers" if postgres else "SQLite"
    found = "; ".join(f"{kind} {count} times" for kind, count in by_kind.most_common())
    return Row(
        f"What only one can have goes to one, however many want it at the same moment ({where})",
        f"{len(outcomes)} moments of {len(KINDS)} kinds, {sum(len(outcome.wanted.acts) for outcome in outcomes)} wanted it, "
        f"{len(wrong)} wrong" + (f": {found}; first: {wrong[0][:160]}" if wrong else ""),
        "one has it, one is told so, no answer of 500", not wrong,
        "doubles planted in the record and in the answers: " + (f"missed {', '.join(missed)}" if missed else "each found"),
        not missed, str(seed))
