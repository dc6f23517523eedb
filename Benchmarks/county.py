"""The database that is measured: made once, kept, and made again when the rules, the size, the seed or the day change."""

import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import time

from server import Server

ROOT = pathlib.Path(__file__).resolve().parents[1]

# Those whom one page shows are the same in number in every county, and so are their events; the others' are so many each.
PEOPLE_SHOWN, EVENTS_OF_SHOWN, EVENTS_OF_OTHERS = 3_930, 60_000, 2.5


class County:
    def __init__(self, tools, people, seed, day, events=None):
        self.tools = tools
        self.people = people
        self.events = events
        self.seed = seed
        # What is due depends on the day.
        size = f"{people} people" + (f", about {events} events" if events else "")
        self.mark = f"{size}, seed {seed}, {day}, rules {rules_digest()}"
        self.name = f"county-{people}" + (f"-{events}" if events else "")
        self.folder = ROOT / ".build-bench" / self.name
        self.database = self.folder / "county.sqlite"
        self.workers_file = self.folder / "workers.json"

    def make(self, say):
        """Makes it unless it stands; it has been served once, so that nothing waits to be worked out."""
        mark = self.folder / "made-from.txt"
        if mark.exists() and mark.read_text() == self.mark:
            say(f"The database stands: {self.mark}")
            return
        say(f"Making the database: {self.mark}")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder, mode=0o700)
        command, measure = str(self.tools / "throughcare"), str(self.tools / "Measure")
        run([command, "scheme", "publish", "Schemes/nottingham", "--database", self.database])
        begun = time.monotonic()
        loaded = json.loads(run(
            [measure, "load", "--database", self.database, "--people", self.people, "--seed", self.seed,
             "--county", self._plan(), "--workers", self.workers_file]).splitlines()[-1])
        seconds = time.monotonic() - begun
        say(f"Loaded {loaded['people']:,} people with {loaded['events']:,} events in {seconds:.0f} s, "
            f"{loaded['events'] / seconds:,.0f} events a second")
        server = Server(command, self.database)
        try:
            say(f"The server did its first waiting work in {server.settle(limit=600):.0f} s")
            server.stop()
        finally:
            server.end()
        run([command, "audit", "verify", "--database", self.database])
        mark.write_text(self.mark)

    def _plan(self):
        """The folder of the county; where more events are wanted, a copy in which everybody who lives a story with a
        weight has so many more notes."""
        plan = ROOT / "Benchmarks" / "county"
        if not self.events:
            return plan
        more = max(0, (self.events - EVENTS_OF_SHOWN) / max(1, self.people - PEOPLE_SHOWN) - EVENTS_OF_OTHERS)
        # Notes come every two days or so, over up to 700: who came lately has not lived through all of theirs.
        more *= 1 + more * 2.3 / 1_400
        least = int(more * 0.6)
        changed = self.folder / "plan"
        shutil.copytree(plan, changed)
        later = changed / "later.yaml"
        later.write_text(later.read_text().replace("again: 0 to 0", f"again: {least} to {round(2 * more) - least}"))
        return changed

    def fresh_folder(self, name):
        """An empty folder for what one measurement writes."""
        folder = self.folder / name
        os.makedirs(folder, mode=0o700, exist_ok=True)
        for old in folder.glob("*"):
            old.unlink()
        return folder

    def copy(self, path, source=None):
        """A copy of its own for whoever writes to it. The server has stopped, so the file is whole."""
        source = source or self.database
        for old in (f"{path}-wal", f"{path}-shm"):
            if os.path.exists(old):
                os.remove(old)
        shutil.copyfile(source, path)
        os.chmod(path, 0o600)
        keys = f"{path}.keys"
        shutil.copyfile(f"{self.database}.keys", keys)
        os.chmod(keys, 0o600)
        return path

    def workers(self):
        return json.loads(self.workers_file.read_text())

    def facts(self):
        """What is in it, and whom the pages are asked about."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        one = lambda sql: connection.execute(sql).fetchone()
        caseloads = {}
        for worker, subject in connection.execute(
                "SELECT lead_worker, subject FROM enrolments WHERE programme = 'core/caseload' AND ended_at IS NULL"
                " AND lead_worker IS NOT NULL ORDER BY subject"):
            caseloads.setdefault(worker, []).append(subject)
        long, events = one("SELECT subject, count(*) FROM events GROUP BY subject ORDER BY count(*) DESC, subject LIMIT 1")
        family, given = one("SELECT family, given FROM person_names WHERE family LIKE 'Sample%' ORDER BY event_id LIMIT 1")
        facts = {
            "people": one("SELECT count(*) FROM subjects")[0], "events": one("SELECT count(*) FROM events")[0],
            "entries": one("SELECT count(*) FROM ledger_entries")[0],
            "cells": one("SELECT count(*) FROM enrolments WHERE programme = 'core/detention' AND ended_at IS NULL")[0]
            or one("SELECT count(*) FROM enrolments WHERE programme LIKE '%/detention' AND ended_at IS NULL")[0],
            "long": long, "long_events": events, "caseloads": caseloads, "family": family, "given": given[:2],
            "megabytes": round(os.path.getsize(self.database) / 1e6),
        }
        connection.close()
        return facts


def rules_digest():
    """Of everything that decides what is in the database, but the code."""
    digest = hashlib.sha256()
    for folder in ("Schemes", "Benchmarks/county", "Sources/Store/Migrations"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def run(words):
    """Runs a command that must succeed; what it says goes to the screen's error stream."""
    done = subprocess.run([str(word) for word in words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{words[0]} {words[1]} ended with {done.returncode}: {done.stdout[-2000:]}")
    return done.stdout
