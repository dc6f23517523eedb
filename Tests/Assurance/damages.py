"""A database damaged on the disk or changed behind the program: whether the program's checks find it, and whether any page
shows something other than it showed before."""

import collections
import http.client
import pathlib
import random
import re
import shutil
import sqlite3
import tempfile
import time

from offices import clock, offices, tidy
from prepared import NotAsExpected
from rows import Row

from partnership import Browser, Server, once

PAGE = 4096
# What differs from one request to the next and says nothing.
PASSING = re.compile(r'(name="(?:csrf|once)" value="|id="once-?|nonce=")[^"]*|[Rr]eference [0-9a-f-]{8,}')


class Scene:
    """A service with records that was stopped, at an instant at which its clock stands still whenever it runs again."""

    def __init__(self, site, folder):
        self.site, self.folder = site, pathlib.Path(folder)
        first = site.drugs_workers[0]
        site.add_times(first, "")
        slots = site.partnership.column("SELECT id FROM diary_slots ORDER BY starts_at")
        self.people = []
        for number in range(8):
            person = first.make_person(f"Example{chr(65 + number)}", f"Robin{number}")
            self.people.append(person)
            site.record(first, person, "core/taken-on", a_worker=first.worker["worker"], a_came_by="voluntary-other")
            note = site.record(first, person, "core/note", a_text=f"What was said first, {number}")
            site.correct(first, f"/people/{person}/events/{note}/amend", "amend", a_text=f"What was said, {number}",
                         reason="Example")
            site.record(first, person, "core/contact", a_kind="face-to-face", a_outcome="attended", a_note=f"Met {number}")
            if number % 2 == 0:
                site.record(first, person, "core/referral", a_to_agency="rat", a_service="prescribing", a_agreed="yes")
            first.request("POST", f"/people/{person}/book", {
                "csrf": first.csrf, "once": once(), "slot": slots[number], "purpose": "voluntary"})
        self.browser = first
        site.stop()
        self.instant = time.time()
        database = sqlite3.connect(site.partnership.database)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.day = database.execute("SELECT date(min(starts_at) / 1000, 'unixepoch') FROM diary_slots").fetchone()[0]
        database.close()
        shutil.copy(site.partnership.database, self.folder / "whole.sqlite")
        site.partnership.environment |= clock(self.instant)

    @property
    def addresses(self):
        person = [f"/people/{person}{page}" for person in self.people for page in ("", "/due", "/sharing")]
        return person + [f"/diary?day={self.day}", "/boards/nottingham/my-caseload", "/boards/nottingham/referrals-in",
                         f"/boards/nottingham/day-list?day={self.day}", "/referrals"]

    def put(self):
        """The database as it was, under its name."""
        path = pathlib.Path(self.site.partnership.database)
        for name in (path, pathlib.Path(f"{path}-wal"), pathlib.Path(f"{path}-shm")):
            name.unlink(missing_ok=True)
        shutil.copy(self.folder / "whole.sqlite", path)
        path.chmod(0o600)
        return path

    def checks(self):
        """Which of the program's checks find something."""
        commands = {"audit verify": ("audit", "verify"), "doctor": ("doctor",)}
        return [name for name, command in commands.items() if self.finds(command)]

    def rebuild_finds(self):
        return self.finds(("doctor", "--rebuild"))

    def finds(self, command):
        try:
            said = self.site.partnership.run(*command)
        except NotAsExpected:
            return True
        return "were not what the record gives" in said

    def pages(self):
        """Each page as it is shown; `None` where it is refused."""
        server = Server(self.site.partnership)
        try:
            port = server.wait_until_ready()
            if port is None:
                return {address: None for address in self.addresses}
            browser = Browser(self.browser.worker)
            browser.cookies = dict(self.browser.cookies)
            browser.connect(port)
            shown = {}
            for address in self.addresses:
                try:
                    status, location, page = browser.request("GET", address)
                except (OSError, http.client.HTTPException):
                    status, location, page = 503, None, ""
                # Whoever is sent to sign in again is shown nothing.
                is_refused = status >= 500 or (status == 303 and location.startswith("/sign-in"))
                shown[address] = None if is_refused else f"{status} {PASSING.sub('', page)}"
            return shown
        finally:
            server.end()
            tidy(server.process)


def flip(path, dice, scene):
    """One bit, anywhere in the file."""
    data = bytearray(path.read_bytes())
    place = dice.randrange(PAGE, len(data))
    data[place] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    return f"bit {place % PAGE} of page {place // PAGE + 1}"


def flip_in_a_record(path, dice, scene):
    """One bit, in what somebody wrote."""
    data = bytearray(path.read_bytes())
    places = [found.start() for found in re.finditer(rb"What was said|Robin\d|Met \d", data)]
    place = dice.choice(places) + dice.randrange(4)
    data[place] ^= 1 << dice.randrange(5)
    path.write_bytes(data)
    return f"byte {place % PAGE} of page {place // PAGE + 1}, in a record"


def zero(path, dice, scene):
    data = bytearray(path.read_bytes())
    page = dice.randrange(1, len(data) // PAGE)
    data[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return f"page {page + 1} is zero"


def exchange(path, dice, scene):
    data = bytearray(path.read_bytes())
    one, two = dice.sample(range(1, len(data) // PAGE), 2)
    one, two = slice(one * PAGE, (one + 1) * PAGE), slice(two * PAGE, (two + 1) * PAGE)
    data[one], data[two] = data[two], data[one]
    path.write_bytes(data)
    return "two pages have changed places"


def change(statement, *triggers):
    def make(path, dice, scene):
        database = sqlite3.connect(path)
        for trigger in triggers:
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("PRAGMA foreign_keys = OFF")
        changed = database.execute(statement.replace(":person", f"'{dice.choice(scene.people)}'")).rowcount
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        if changed < 1:
            raise NotAsExpected(f"nothing was changed by {statement}")
        return statement[:60]

    make.__name__ = statement[:60]
    return make


ONE = "SELECT id FROM events WHERE subject = :person AND type = 'core/note' AND act = 'amend'"
PHYSICAL = {"a bit": flip, "a bit of a record": flip_in_a_record, "a page of zeros": zero, "pages exchanged": exchange}
LOGICAL = {
    "an answer changed": change(
        f"UPDATE event_sections SET answers = replace(answers, 'What was', 'What is') WHERE event_id IN ({ONE})",
        "sections_append_only"),
    "answers deleted": change(f"DELETE FROM event_sections WHERE event_id IN ({ONE})", "sections_erased_by_register"),
    "an event deleted": change(
        "DELETE FROM events WHERE id IN (SELECT id FROM events WHERE subject = :person AND type = 'core/contact')",
        "events_never_deleted"),
    "an event's time changed": change(
        "UPDATE events SET occurred_at = occurred_at - 86400000 WHERE subject = :person AND type = 'core/contact'",
        "events_append_only"),
    "an entry changed": change(
        "UPDATE ledger_entries SET entry = replace(entry, 'shown', 'nothing') WHERE position ="
        " (SELECT max(position) FROM ledger_entries WHERE entry LIKE '%\"outcome\":\"shown\"%')", "ledger_entries_stay"),
    "a derived name changed": change("UPDATE person_names SET family = 'Another' WHERE subject = :person"),
    "a derived booking deleted": change("DELETE FROM appointments WHERE subject = :person"),
    "a derived enrolment deleted": change("DELETE FROM enrolments WHERE subject = :person"),
}


def row(trials, seed):
    dice = random.Random(seed)
    kinds = [*PHYSICAL.items(), *LOGICAL.items()]
    found_by, compared, refused, harmless = collections.Counter(), 0, 0, 0
    shown, unfound, first = collections.Counter(), [], ""
    with offices(workers=1, prescribers=0, administrators=0) as site, \
            tempfile.TemporaryDirectory(prefix="throughcare-damages-") as folder:
        scene = Scene(site, folder)
        scene.put()
        before = scene.pages()
        scene.put()
        if None in before.values() or before != scene.pages():
            unlike = [address for address, page in scene.pages().items() if page != before[address]]
            raise NotAsExpected(f"undamaged pages are refused, or differ from themselves: {unlike[:5]}")
        for number in range(trials):
            name, make = kinds[number % len(kinds)]
            path = scene.put()
            what = make(path, dice, scene)
            damaged = path.read_bytes()
            by = scene.checks()
            path = scene.put()
            path.write_bytes(damaged)
            after = scene.pages()
            unlike = [address for address in after if after[address] is not None and after[address] != before[address]
                      and not told_of_refusals(address, after)]
            refused += sum(page is None for page in after.values())
            compared += len(after)
            if not by:
                path = scene.put()
                path.write_bytes(damaged)
                by = ["doctor --rebuild"] if scene.rebuild_finds() else []
            found_by.update(by[:1])
            if unlike:
                shown[name] += 1
                first = first or f"{name}, on {re.sub('[0-9A-Z]{9}', 'PERSON', unlike[0])}"
            if unlike and not by:
                unfound.append(f"{what}: {unlike[0]}")
            harmless += not by and not unlike
        unnoticed = careless(scene, dice)
    how = ", ".join(f"{count} by {name}" for name, count in found_by.most_common())
    wrong = "; ".join(f"{name} in {count}" for name, count in shown.most_common())
    return Row(
        "A database damaged or changed behind the program is found out, and no page shows what it did not show before",
        f"{trials} damaged: found {how}; {harmless} found by none and harmless, {len(unfound)} shown and found by none"
        + (f" ({unfound[0]})" if unfound else "") + f"; of {compared:,} pages {refused} refused; pages that showed something "
        + (f"else in {sum(shown.values())}: {wrong}; first {first}" if shown else "else: 0"),
        "all that can be seen found, no page other than before",
        not unfound and not shown, f"the changed bytes read with plain sqlite3: {unnoticed} of 20 read without complaint",
        unnoticed > 0, str(seed), "" if unfound else EXPLAINED)


def told_of_refusals(address, after):
    """Who has looked is another list after looks that were refused."""
    person = address.removesuffix("/sharing")
    return person != address and None in (after[person], after[f"{person}/due"])


EXPLAINED = ("events and what they say carry checksums, and one that does not fit is refused; names, bookings and standings that "
             "are derived from them carry none, nor does what is not there any more: those are shown as they lie there until "
             "audit verify, doctor --rebuild or the nightly verification finds them")


def careless(scene, dice):
    """The control: the same damage, read by a program that checks nothing but what SQLite itself does."""
    unnoticed = 0
    for _ in range(20):
        path = scene.put()
        whole = sqlite3.connect(path).execute("SELECT answers FROM event_sections ORDER BY event_id, section").fetchall()
        flip_in_a_record(path, dice, scene)
        try:
            database = sqlite3.connect(path)
            read = database.execute("SELECT answers FROM event_sections ORDER BY event_id, section").fetchall()
            unnoticed += read != whole and database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue
    return unnoticed
