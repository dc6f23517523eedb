"""Cuts the power under workers who record things, again and again, on a file system of its own."""

import pathlib
import random
import shutil
import subprocess
import tempfile
import time

from disk import Disk, end_users
from prepared import (MARK, Database, NotAsExpected, Partnership, PostgresServer, Prepared, hold, start, wait_for_marks,
                      writer)
from rows import ROOT, Row, until_it_fails


class OnSQLite:
    name, megabytes, control = "SQLite", 200, "commits at synchronous=NORMAL"

    def __init__(self, folder):
        (folder / "prepared").mkdir()
        self.prepared = Prepared(folder / "prepared")
        self.disk = Disk(folder, self.megabytes)

    def begin(self, is_control):
        self.disk.make()
        database = self.prepared.copy_to(self.disk.path)
        self.disk.settle()
        return database, ["--control"] if is_control else []

    def again(self):
        self.disk.unmount()
        self.disk.mount()
        return Database(self.disk.path)

    def end(self):
        self.disk.unmount()


class OnPostgres:
    name, megabytes, control = "PostgreSQL", 700, "commits at synchronous_commit=off"

    class Database:
        def __init__(self, server, address, keys):
            self.server, self.name, self.keys = server, address, keys

        def notes(self):
            return self.server.query("test", "SELECT answers FROM event_sections")

        def verify(self):
            from prepared import run_throughcare
            run_throughcare("audit", "verify", "--database", self.name, "--keys", str(self.keys))

    def __init__(self, folder):
        self.disk = Disk(folder, self.megabytes)
        self.disk.make()
        self.disk.path.chmod(0o755)
        self.place = self.disk.path / "postgres"
        self.place.mkdir()
        # What it shares in memory goes with the disk, and is not left behind by each cut.
        self.server = PostgresServer(self.place, "dynamic_shared_memory_type = mmap")
        (folder / "prepared").mkdir()
        partnership = Partnership(folder / "prepared", workers=1, server=self.server)
        self.keys, self.address = folder / "prepared" / "test.keys", partnership.database
        self.server.say("stop")
        self.kept = folder / "postgres"
        subprocess.run(["cp", "-a", self.place, self.kept], check=True)
        self.disk.unmount()

    def begin(self, is_control):
        self.disk.make()
        self.disk.path.chmod(0o755)
        subprocess.run(["cp", "-a", self.kept, self.place], check=True)
        self.disk.settle()
        self.server.say("start")
        address = self.address
        if is_control:
            address += "&options=-c%20synchronous_commit%3Doff"
        return self.Database(self.server, address, self.keys), ["--control"] if is_control else []

    def again(self):
        end_users(self.disk.path)
        self.disk.unmount()
        self.disk.mount()
        (self.place / "data" / "postmaster.pid").unlink(missing_ok=True)
        for name in self.place.glob(".s.PGSQL*"):
            name.unlink()
        self.server.say("start")
        return self.Database(self.server, self.address, self.keys)

    def end(self):
        self.server.say("stop")
        self.disk.unmount()


def cut(engine, folder, dice, is_control=False):
    """One power cut. Gives how many records were acknowledged and how many of them are lost."""
    database, options = engine.begin(is_control)
    said = folder / "said.txt"
    process = start(writer(database, *options), said)
    try:
        wait_for_marks(said, process)
        time.sleep(dice.uniform(0.2, 1.2))
        engine.disk.cut()
        # What is answered after this moment was acknowledged by nobody's disk, and read from what was printed before.
        acknowledged = MARK.findall(said.read_text())
        time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
    database = engine.again()
    lost, twice = hold(acknowledged, database.notes())
    if twice:
        raise NotAsExpected(f"{twice} records are there twice")
    if not is_control:
        database.verify()
    engine.end()
    return len(acknowledged), lost


def row(kind, cuts, seed):
    """Whether power cuts lose anything that was acknowledged; and the control, which must lose some."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="throughcare-powercut-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        engine = kind(folder)

        def control(_):
            acknowledged, lost = cut(engine, folder, dice, is_control=True)
            return lost > 0, f"{engine.control}: {lost} of {acknowledged} lost"

        try:
            done = [cut(engine, folder, dice) for _ in range(cuts)]
            failed, said = until_it_fails(control)
        finally:
            engine.disk.unmount()
    acknowledged, lost = sum(one for one, _ in done), sum(one for _, one in done)
    return Row(
        f"A power cut takes back nothing that was acknowledged ({engine.name})",
        f"{cuts} cuts, {acknowledged:,} acknowledged, {lost} lost, ledger whole each time", "0 lost", lost == 0, said, failed,
        str(seed))
