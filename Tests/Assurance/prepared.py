"""A database with rules and a worker, made once and copied for each trial; and the program that writes into it until it is
cut off."""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

from rows import ROOT

sys.path.insert(0, str(ROOT / "Tests" / "Durability"))
from partnership import NotAsExpected, Partnership, PostgresServer  # noqa: E402

CONFIGURATION = os.environ.get("THROUGHCARE_CONFIGURATION", "debug")
MEASURE = ROOT / ".build" / CONFIGURATION / "Measure"
MARK = re.compile(r"[a-z]+-\d+-\d+-end")
ENVIRONMENT = dict(os.environ, SWIFT_BACKTRACE="enable=no")


class Prepared:
    """SQLite: a folder with `test.sqlite` and its keys."""

    def __init__(self, folder):
        self.partnership = Partnership(folder, workers=1)
        self.folder = pathlib.Path(folder)

    def copy_to(self, folder):
        """A database of the same content in another folder."""
        folder = pathlib.Path(folder)
        for name in ("test.sqlite", "test.sqlite-wal", "test.keys"):
            if (self.folder / name).exists():
                shutil.copy(self.folder / name, folder / name)
        return Database(folder)


class Database:
    """A database under trial."""

    def __init__(self, folder):
        self.path, self.keys = pathlib.Path(folder) / "test.sqlite", pathlib.Path(folder) / "test.keys"

    @property
    def name(self):
        return str(self.path)

    def notes(self):
        connection = sqlite3.connect(self.path)
        try:
            damage = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if damage != "ok":
                raise NotAsExpected(f"the database is damaged: {damage}")
            return [row[0] for row in connection.execute("SELECT answers FROM event_sections")]
        finally:
            connection.close()

    def verify(self):
        """Holds the record against the ledger."""
        run_throughcare("audit", "verify", "--database", self.name, "--keys", str(self.keys))


def run_throughcare(*arguments, status=0):
    command = os.environ.get("THROUGHCARE_COMMAND", str(ROOT / ".build" / CONFIGURATION / "throughcare"))
    done = subprocess.run([command, *arguments], capture_output=True, text=True, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          cwd=ROOT)
    if done.returncode != status:
        raise NotAsExpected(f"throughcare {' '.join(arguments)}: {done.returncode}\n{done.stdout[-500:]}{done.stderr[-500:]}")
    return done.stdout


def writer(database, *options, before=()):
    """The command that records notes and prints the mark of each that was acknowledged."""
    return [*before, str(MEASURE), "acknowledge", "--database", database.name, "--keys", str(database.keys),
            "--scheme", str(ROOT / "Schemes" / "nottingham"), *options]


def start(command, said):
    """Starts it with what it prints going to a file that no trial touches."""
    return subprocess.Popen(command, stdout=open(said, "wb"), stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                            env=ENVIRONMENT, cwd=ROOT)


def wait_for_marks(said, process, count=1, seconds=60):
    """Returns once so many notes were acknowledged."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if len(MARK.findall(said.read_text())) >= count:
            return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    raise NotAsExpected("nothing was ever acknowledged")


def hold(acknowledged, notes):
    """How many of the marks that were printed are not there; and how many are there twice."""
    there = {}
    for answers in notes:
        for mark in MARK.findall(answers):
            there[mark] = there.get(mark, 0) + 1
    lost = [mark for mark in acknowledged if mark not in there]
    return len(lost), sum(1 for count in there.values() if count > 1)
