"""What many workers recorded and read at once, held against what one copy of the record could have answered."""

import copy
import json
import pathlib
import random
import subprocess
import tempfile

from prepared import ENVIRONMENT, MEASURE, Partnership, PostgresServer, Prepared
from rows import ROOT, Row


def anomalies(history):
    """What no single copy could have answered: a value lost, one never sent, one seen and then not seen, one that was
    acknowledged before a read began and is not in it, one twice."""
    found, sent, reads = [], {}, {}
    for line in history:
        if line["op"] == "append":
            sent.setdefault(line["key"], {})[line["value"]] = line
        else:
            reads.setdefault(line["key"], []).append(line)
    for key, those in reads.items():
        those.sort(key=lambda read: read["end"])
        known = sent.get(key, {})
        # What some read that ended before had seen.
        seen, ended = set(), []
        for read in sorted(those, key=lambda read: read["start"]):
            values = set(read["values"])
            if len(values) != len(read["values"]):
                found.append(f"{key}: a value twice")
            found += [f"{key}: {value} was never sent" for value in values - known.keys()]
            found += [f"{key}: {value} is read before it was sent" for value in values & known.keys()
                      if known[value]["start"] > read["end"]]
            found += [f"{key}: {value} was acknowledged and is not read" for value, line in known.items()
                      if line["done"] and line["end"] < read["start"] and value not in values]
            for other in those:
                if other["end"] < read["start"] and not set(other["values"]) <= values:
                    found.append(f"{key}: what was read is gone")
                    break
    return found


def planted(history, dice):
    """Histories with one anomaly each, by name."""
    reads = [number for number, line in enumerate(history) if line["op"] == "read" and len(line["values"]) > 3]
    late = sorted(reads, key=lambda number: history[number]["start"])[len(reads) // 2:]
    made = {}
    for name in ("lost", "phantom", "doubled", "stale"):
        spoilt = copy.deepcopy(history)
        read = spoilt[dice.choice(late)]
        if name == "lost":
            del read["values"][0]
        elif name == "phantom":
            read["values"].append("never.sent")
        elif name == "doubled":
            read["values"].append(read["values"][0])
        else:
            read["values"] = []
        made[name] = spoilt
    return made


def row(operations, seed, postgres=False):
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="throughcare-history-") as name, \
            tempfile.TemporaryDirectory(prefix="throughcare-history-") as kept:
        pathlib.Path(name).chmod(0o700)
        partnership = Partnership(name, workers=1, server=PostgresServer(kept) if postgres else None)
        done = subprocess.run(
            [MEASURE, "history", "--database", str(partnership.database), "--keys", pathlib.Path(name) / "test.keys", "--scheme",
             ROOT / "Schemes" / "nottingham", "--operations", str(operations), "--seed", str(seed)],
            capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT)
        if done.returncode != 0:
            raise RuntimeError(f"history: {done.stderr[-300:]}")
        partnership.run("audit", "verify")
    history = [json.loads(line) for line in done.stdout.splitlines()]
    found = anomalies(history)
    missed = [name for name, spoilt in planted(history, dice).items() if not anomalies(spoilt)]
    where = "PostgreSQL, two servers" if postgres else "SQLite"
    return Row(
        f"Whoever reads sees everything acknowledged before, and nothing vanishes ({where})",
        f"{len(history):,} operations of 24 at once, {len(found)} anomalies" + (f": {found[0]}" if found else ""), "0",
        not found and len(history) > operations * 0.9,
        "a value lost, invented, doubled, a stale read: " + (f"missed {', '.join(missed)}" if missed else "each found"),
        not missed, str(seed))
