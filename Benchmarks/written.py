"""Holds what a server acknowledged against what is in the database, and verifies the ledger."""

import subprocess

from engines import markers


def hold_against(folder, name, engine, address):
    """Every acknowledged record is there once."""
    acknowledged = [line.strip() for path in sorted(folder.glob(f"acknowledged-{name}.*")) for line in open(path)]
    found = markers(engine, address)
    lost = [marker for marker in acknowledged if marker not in found]
    twice = [marker for marker, count in found.items() if count > 1]
    problems = []
    if lost:
        problems.append(f"{len(lost)} acknowledged records are not in the database, such as {lost[0]}")
    if twice:
        problems.append(f"{len(twice)} records are there more than once, such as {twice[0]}")
    if not acknowledged:
        problems.append("nothing was recorded")
    return {"acknowledged": len(acknowledged), "in_database": len(found), "lost": len(lost), "twice": len(twice),
            "problems": [f"{name}: {problem}" for problem in problems]}


def verify(command, address, keys):
    """The last line of the verification of the ledger, and what is wrong with it."""
    verified = subprocess.run(
        [command, "audit", "verify", "--database", str(address), "--keys", str(keys)], capture_output=True, text=True,
        stdin=subprocess.DEVNULL)
    line = (verified.stdout.strip().splitlines() or [""])[-1]
    return line, [] if verified.returncode == 0 else [f"the ledger does not verify: {line}{verified.stderr[-300:]}"]
