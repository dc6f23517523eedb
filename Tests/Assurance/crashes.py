"""Kills the program at each of its writes, and fails each of them, in a business action."""

import pathlib
import subprocess
import tempfile

from prepared import ENVIRONMENT, MARK, NotAsExpected, Prepared, hold, writer
from rows import ROOT, Row

SCRIPT = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1]); c.execute("PRAGMA journal_mode = OFF"); c.execute("PRAGMA synchronous = FULL")
c.execute("BEGIN")
c.execute("UPDATE one SET text = text || 'x'"); c.execute("UPDATE two SET text = text || 'x'")
c.commit()
"""


def traced(command, call, what):
    return ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{what}", *command]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, stdin=subprocess.DEVNULL, cwd=ROOT,
                          timeout=120)
    return done.returncode, done.stdout, done.stderr


def points(prepared, folder, call, most):
    """Kills at the first call, the second and so on, until one comes through. Gives how many there were and what was
    wrong."""
    wrong = []
    for number in range(1, most + 1):
        with tempfile.TemporaryDirectory(dir=folder) as trial:
            database = prepared.copy_to(trial)
            status, said, _ = run(traced(writer(database, "--writers", "1", "--notes", "1"), call,
                                         f"signal=SIGKILL:when={number}"))
            lost, twice = hold(MARK.findall(said), database.notes())
            if lost or twice:
                wrong.append(f"{call} {number}: {lost} lost, {twice} twice")
            try:
                database.verify()
            except NotAsExpected as fault:
                wrong.append(f"{call} {number}: {fault}")
            if status == 0:
                return number - 1, wrong
    return most, wrong


def crash_points(most=400):
    with tempfile.TemporaryDirectory(prefix="throughcare-crashes-") as name:
        folder = pathlib.Path(name)
        (folder / "prepared").mkdir()
        prepared = Prepared(folder / "prepared")
        found = {call: points(prepared, folder, call, most) for call in ("pwrite64", "fdatasync")}
        failed, said = control(folder)
    wrong = [line for _, lines in found.values() for line in lines]
    return Row(
        "A program killed at any of its writes leaves a record whole or not there",
        f"killed at each of {found['pwrite64'][0]} writes and {found['fdatasync'][0]} flushes of making a person and a record; "
        f"{len(wrong)} left something wrong" + (f": {wrong[0]}" if wrong else ""), "0", not wrong, said, failed)


def control(folder):
    """The same with a database without a journal: at some write it must be left half done."""
    import sqlite3
    for number in range(1, 20):
        path = folder / f"control{number}.sqlite"
        made = sqlite3.connect(path)
        made.executescript("CREATE TABLE one (text TEXT); CREATE TABLE two (text TEXT);"
                           "INSERT INTO one VALUES ('a'); INSERT INTO two VALUES ('a');")
        made.close()
        run(traced(["python3", "-c", SCRIPT, str(path)], "pwrite64", f"signal=SIGKILL:when={number}"))
        try:
            one, two = (sqlite3.connect(path).execute(f"SELECT text FROM {table}").fetchone()[0] for table in ("one", "two"))
            if one != two:
                return True, f"a database without a journal, killed at write {number}, is left half done"
        except sqlite3.DatabaseError:
            return True, f"a database without a journal, killed at write {number}, is damaged"
    return False, "a database without a journal was never left half done"


FAULTS = [("fdatasync", "EIO"), ("pwrite64", "EIO"), ("pwrite64", "ENOSPC")]


def failing_calls(each):
    """Every so-manieth call fails: what was acknowledged is there, and after a flush that failed nothing more is written."""
    wrong, tried, stopped = [], 0, 0
    with tempfile.TemporaryDirectory(prefix="throughcare-faults-") as name:
        folder = pathlib.Path(name)
        (folder / "prepared").mkdir()
        prepared = Prepared(folder / "prepared")
        for call, error in FAULTS:
            for number in range(1, each + 1):
                with tempfile.TemporaryDirectory(dir=folder) as trial:
                    database = prepared.copy_to(trial)
                    status, said, told = run(traced(
                        writer(database, "--writers", "4", "--notes", "6"), call, f"error={error}:when={3 * number}"))
                    tried += 1
                    # 1: it could not even be opened.
                    stopped += status in (1, 70)
                    lost, twice = hold(MARK.findall(said), database.notes())
                    if lost or twice:
                        wrong.append(f"{call} {error} at {3 * number}: {lost} lost, {twice} twice")
                    if status not in (0, 1, 70):
                        wrong.append(f"{call} {error} at {3 * number}: ended with {status}: {told[-200:]}")
                    try:
                        database.verify()
                    except NotAsExpected as fault:
                        wrong.append(f"{call} {error} at {3 * number}: {fault}")
        failed, said = careless(folder)
    return Row(
        "A write or flush that fails is never answered as done",
        f"{tried} runs with EIO or ENOSPC at one call; {stopped} stopped taking writes, {len(wrong)} wrong"
        + (f": {wrong[0]}" if wrong else ""), "0 wrong", not wrong and stopped > 0, said, failed)


CARELESS = """
import os, sys
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
for number in range(6):
    line = f"note-0-{number}-end ".encode()
    try:
        os.pwrite(file, line, number * len(line))
    except OSError:
        pass
    print(line.decode())
"""


def careless(folder):
    """The control: a program that does not look whether its writes failed. What it said was done must be found missing."""
    path = folder / "careless"
    _, said, _ = run(traced(["python3", "-c", CARELESS, str(path)], "pwrite64", "error=EIO:when=3"))
    lost, _ = hold(MARK.findall(said), [path.read_bytes().decode()])
    return lost > 0, f"a program that does not look: {lost} of {len(MARK.findall(said))} lost"
