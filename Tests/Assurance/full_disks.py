"""PostgreSQL on a disk that fills up under a running server."""

import pathlib
import tempfile
import time

from disk import Disk
from prepared import NotAsExpected, Partnership, PostgresServer
from rows import Row

from full_disk import fill
from partnership import Browser, Server, once

MEGABYTES = 200
# How long after there is room again a write may still be refused: PostgreSQL may have to start and recover.
PATIENCE = 20


class Site:
    def __init__(self, folder):
        self.disk = Disk(folder, MEGABYTES)
        self.disk.make()
        self.disk.path.chmod(0o755)
        place = self.disk.path / "postgres"
        place.mkdir()
        self.postgres = PostgresServer(place)
        (folder / "keys").mkdir()
        self.partnership = Partnership(folder / "keys", workers=1, server=self.postgres)
        self.server = Server(self.partnership)
        self.browser = Browser(self.partnership.workers[0])
        self.browser.connect(self.server.wait_until_ready())
        self.browser.sign_in()
        self.person = self.browser.make_person("Example", "Robin")
        self.browser.open_form(self.person)
        self.acknowledged, self.statuses = [], []

    def send(self, number, key):
        status = self.browser.note(self.person, f"marker-{number}-end", key)
        self.statuses.append(status)
        if status == 303:
            self.acknowledged.append(number)
        return status

    def end(self):
        self.server.end()
        self.postgres.stop()
        self.disk.unmount()

    def held(self):
        """How many that were acknowledged are not there, and how many are there twice."""
        notes = self.partnership.column("SELECT answers FROM event_sections WHERE answers LIKE '%marker-%'")
        counts = [sum(f"marker-{number}-end" in note for note in notes) for number in self.acknowledged]
        return counts.count(0), sum(count > 1 for count in counts)

    def burn(self):
        """Has PostgreSQL begin another file of its log. On a full disk that stops it."""
        try:
            self.postgres.query("test", "SELECT pg_switch_wal()")
        except NotAsExpected:
            return False
        return True

    def is_up(self):
        try:
            self.postgres.query("test", "SELECT 1")
        except NotAsExpected:
            return False
        return True


def once_full(site, first, stops):
    """Fills the disk, until writes are refused, and makes room again. Gives the next number, what was refused, what was wrong,
    how long it took until a write was done again, and whether PostgreSQL itself had stopped."""
    wrong, refused = [], []
    filler = site.disk.path / "filler"
    fill(filler)
    number, limit = first, time.monotonic() + 60
    while len(refused) < 5:
        key = once()
        status = site.send(number, key)
        if status != 303:
            refused.append((number, key, status))
        # The log of PostgreSQL has room of its own left over; what it writes into tables has not.
        elif stops:
            site.burn()
        number += 1
        if time.monotonic() > limit:
            raise NotAsExpected("the disk is full and writes go on")
    if any(status != 503 for _, _, status in refused):
        wrong.append(f"refused otherwise than with 503: {refused}")
    status, _, page = site.browser.request("GET", f"/people/{site.person}")
    if status != 503 and not (status == 200 and "Robin" in page):
        wrong.append(f"a person's page answered {status}")
    for path in ("/health/live", "/sign-in"):
        status, _, _ = site.browser.request("GET", path)
        if status != 200:
            wrong.append(f"{path} answered {status}")
    stopped = not site.is_up()
    filler.unlink()
    begun = time.monotonic()
    # As the machine's own supervisor would.
    site.postgres.say("start")
    waited = None
    for number_, key, _ in refused:
        while (status := site.send(number_, key)) != 303:
            if time.monotonic() - begun > PATIENCE:
                wrong.append(f"a note is still answered {status}, {PATIENCE} s after there was room")
                return number, refused, wrong, PATIENCE, stopped
            time.sleep(0.2)
        waited = waited or time.monotonic() - begun
    return number, refused, wrong, waited, stopped


def row(rounds):
    with tempfile.TemporaryDirectory(prefix="throughcare-full-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        site = None
        try:
            site = Site(folder)
            while_room = [site.send(number, once()) for number in range(10)]
            number, wrong, refusals, longest, stopped = 10, [], 0, 0.0, 0
            for turn in range(rounds):
                number, refused, found, waited, has_stopped = once_full(site, number, stops=turn % 2 == 1)
                wrong, refusals, longest = wrong + found, refusals + len(refused), max(longest, waited)
                stopped += has_stopped
            if site.server.process.poll() is not None:
                wrong.append("the server ended")
            elif site.server.stop() != 0:
                wrong.append("the server did not stop as asked")
            lost, twice = site.held()
            for command in (("audit", "verify"), ("doctor", "--rebuild")):
                try:
                    site.partnership.run(*command)
                except NotAsExpected as fault:
                    wrong.append(str(fault)[:300])
            site.partnership.change("ALTER TABLE event_sections DISABLE TRIGGER USER")
            site.partnership.change("DELETE FROM event_sections WHERE answers LIKE '%marker-0-end%'")
            missing, _ = site.held()
        finally:
            if site:
                site.end()
            else:
                Disk(folder, MEGABYTES).unmount()
    return Row(
        "On a full disk of PostgreSQL whatever writes is refused, nothing is half done, and it goes on when there is room",
        f"filled {rounds} times, PostgreSQL itself stopped in {stopped} of them: {refusals} writes refused with 503, then "
        f"done, the first after {longest:.1f} s at most; {len(site.acknowledged)} acknowledged, {lost} lost, {twice} twice; "
        f"{len(wrong)} wrong" + (f": {'; '.join(wrong[:3])}" if wrong else ""),
        f"0 lost, refusals are 503, done within {PATIENCE} s of room", not (lost or twice or wrong),
        f"the same while there is room: {len([status for status in while_room if status != 303])} refused; a note taken away "
        f"behind the server's back: {missing} found missing", missing == 1 and set(while_room) == {303})
