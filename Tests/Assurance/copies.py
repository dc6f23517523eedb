"""Backups: taken while people write, changed by a byte, and put back on a machine that has nothing."""

import pathlib
import random
import sqlite3
import subprocess
import tempfile
import time

from prepared import MARK, NotAsExpected, Partnership, Prepared, hold, run_throughcare, start, wait_for_marks, writer
from rows import Row

import json


def under_load(seed):
    """A backup taken while sixteen workers write, restored elsewhere: the same ledger root, and a good drill."""
    with tempfile.TemporaryDirectory(prefix="throughcare-copies-") as name:
        folder = pathlib.Path(name)
        for part in ("prepared", "live"):
            (folder / part).mkdir(mode=0o700)
        database = Prepared(folder / "prepared").copy_to(folder / "live")
        said = folder / "said.txt"
        process = start(writer(database), said)
        try:
            wait_for_marks(said, process, 200)
            before = MARK.findall(said.read_text())
            keys = ("--keys", str(database.keys))
            made = json.loads(run_throughcare(
                "backup", str(folder / "copy.backup"), "--json", "--database", database.name, *keys))
            time.sleep(0.5)
        finally:
            process.kill()
            process.wait()
        (folder / "empty").mkdir(mode=0o700)
        begun = time.monotonic()
        back = json.loads(run_throughcare(
            "restore", str(folder / "copy.backup"), "--json", "--to", str(folder / "empty" / "new.sqlite"), *keys))
        seconds = time.monotonic() - begun
        drill = json.loads(run_throughcare(
            "restore-drill", str(folder / "copy.backup"), "--json", "--database", database.name, *keys))
        notes = [row[0] for row in sqlite3.connect(folder / "empty" / "new.sqlite").execute("SELECT answers FROM event_sections")]
        lost, twice = hold(before, notes)
        megabytes = (folder / "copy.backup").stat().st_size / 1e6
        kept = back["root"] == made["root"] and drill["ok"] and not lost and not twice
        # The control: the drill against a database of the same keys in which a record was changed.
        connection = sqlite3.connect(database.path)
        connection.execute("DROP TRIGGER sections_append_only")
        connection.execute("UPDATE event_sections SET answers = replace(answers, 'note', 'nose')")
        connection.commit()
        connection.close()
        try:
            run_throughcare("restore-drill", str(folder / "copy.backup"), "--database", database.name, *keys)
            failed, told = False, "the drill found nothing"
        except NotAsExpected:
            failed, told = True, "the drill finds them"
    return Row(
        "A backup taken under load comes back on an empty machine with the same ledger root",
        f"{made['entries']:,} entries, {len(before)} notes acknowledged before it, {lost} lost; restored in {seconds:.1f} s "
        f"({megabytes:.1f} MB); {drill['records']} records alike; behind by {drill['behindSeconds']} s", "same root, 0 lost", kept,
        f"records changed in the database: {told}", failed, str(seed))


def spoilt(count, seed):
    """Backups with a byte changed, cut short or with parts exchanged are never restored."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="throughcare-spoilt-") as name:
        folder = pathlib.Path(name)
        (folder / "live").mkdir(mode=0o700)
        live = Prepared(folder / "live")
        keys = ("--keys", str(folder / "live" / "test.keys"))
        copy = folder / "copy.backup"
        run_throughcare("backup", str(copy), "--database", str(folder / "live" / "test.sqlite"), *keys)
        whole, passed = copy.read_bytes(), []
        for number in range(count):
            spoiled = bytearray(whole)
            kind = number % 3
            if kind == 0:
                spoiled[dice.randrange(len(spoiled))] ^= 1 << dice.randrange(8)
            elif kind == 1:
                del spoiled[dice.randrange(1, len(spoiled)):]
            else:
                place = dice.randrange(len(spoiled) - 64)
                spoiled[place:place + 64] = spoiled[place:place + 64][::-1]
            if bytes(spoiled) == whole:
                continue
            copy.write_bytes(spoiled)
            try:
                run_throughcare("restore", str(copy), "--to", str(folder / f"{number}.sqlite"), *keys, status=1)
            except NotAsExpected as fault:
                passed.append(f"{number}: {fault}")
        plain, unnoticed = (folder / "live" / "test.sqlite").read_bytes(), 0
        for _ in range(20):
            spoiled = bytearray(plain)
            spoiled[dice.randrange(len(spoiled))] ^= 1
            (folder / "plain.sqlite").write_bytes(spoiled)
            try:
                unnoticed += sqlite3.connect(folder / "plain.sqlite").execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            except sqlite3.DatabaseError:
                continue
    return Row(
        "A backup that was damaged is found out before anything is restored", f"{count} spoilt, {len(passed)} restored",
        "0 restored", not passed, f"the same done to a bare database: {unnoticed} of 20 unnoticed by its own check", unnoticed > 0,
        str(seed))
