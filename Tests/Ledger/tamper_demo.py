"""The demo's ledger is green; after one byte of a stored event, or of an entry, is changed behind the program's back,
`throughcare audit verify` and the verifier that shares no code with it name the same entry."""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Browser"))
from partnership import BINARY, ROOT, Partnership  # noqa: E402


def verdicts(database):
    """The exit status and the lines of both verifiers."""
    said = []
    for command in ([BINARY, "audit", "verify", "--database", database],
                    [sys.executable, os.path.join(ROOT, "script", "verify-ledger"), "database", database]):
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        said.append((answer.returncode, answer.stdout.strip().splitlines()))
    return said


def spoil(database, statement):
    """Changes one byte as somebody with the file would: without the triggers that refuse it."""
    with sqlite3.connect(database) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        changed = connection.execute(statement).rowcount
        for _, sql in triggers:
            connection.execute(sql)
    assert changed == 1, f"{statement} changed {changed} rows"


SPOILINGS = {
    "an answer of an event": """
        UPDATE event_sections SET answers = replace(answers, '"completed"', '"completee"')
        WHERE rowid = (SELECT min(rowid) FROM event_sections WHERE answers LIKE '%"completed"%')""",
    "an entry of the ledger": """
        UPDATE ledger_entries
        SET entry = substr(entry, 1, 40) || char(unicode(substr(entry, 41, 1)) + 1) || substr(entry, 42)
        WHERE position = 7""",
    "what an entry commits to": """
        UPDATE ledger_contents
        SET content = substr(content, 1, 30) || char(unicode(substr(content, 31, 1)) + 1) || substr(content, 32)
        WHERE position = 11""",
}


def main():
    partnership = Partnership()
    partnership.halt()
    failures = 0
    for code, lines in verdicts(partnership.database):
        print("untouched:", code, lines[-1] if lines else "")
        failures += code != 0
    for what, statement in SPOILINGS.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, "demo.sqlite")
            for ending in ("", "-wal", "-shm", ".keys"):
                if os.path.exists(partnership.database + ending):
                    shutil.copy(partnership.database + ending, copy + ending)
            spoil(copy, statement)
            (ours, our_lines), (theirs, their_lines) = verdicts(copy)
            named = [[line for line in lines if re.match(r"entry \d+: ", line)] for lines in (our_lines, their_lines)]
            print(f"{what}: {ours} {theirs} {named[0][:1]}")
            if ours != 1 or theirs != 1 or not named[0] or named[0] != named[1]:
                failures += 1
                print("  the two do not agree:", named, our_lines[-2:], their_lines[-2:])
    partnership.stop()
    print(f"{1 + len(SPOILINGS) - min(failures, 1 + len(SPOILINGS))} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
