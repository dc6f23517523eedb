"""Holds what the server acknowledged against what is in the database, and verifies the ledger."""

import re
import sqlite3
import subprocess


def hold_against(folder, database, command):
    acknowledged = [line.strip() for path in sorted(folder.glob("acknowledged.*")) for line in open(path)]
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    found = {}
    # What is measured comes last in the table.
    for (answers,) in connection.execute("SELECT answers FROM event_sections WHERE answers LIKE '%marker-%'"):
        for marker in re.findall(r"marker-\d+-\d+-\d+-end", answers):
            found[marker] = found.get(marker, 0) + 1
    connection.close()
    lost = [marker for marker in acknowledged if marker not in found]
    twice = [marker for marker, count in found.items() if count > 1]
    problems = []
    if lost:
        problems.append(f"{len(lost)} acknowledged records are not in the database, such as {lost[0]}")
    if twice:
        problems.append(f"{len(twice)} records are there more than once, such as {twice[0]}")
    if not acknowledged:
        problems.append("nothing was recorded")
    verified = subprocess.run(
        [command, "audit", "verify", "--database", str(database)], capture_output=True, text=True,
        stdin=subprocess.DEVNULL)
    line = (verified.stdout.strip().splitlines() or [""])[-1]
    if verified.returncode != 0:
        problems.append(f"the ledger does not verify: {line}")
    return {"acknowledged": len(acknowledged), "in_database": len(found), "lost": len(lost), "twice": len(twice),
            "ledger": line, "problems": problems}
