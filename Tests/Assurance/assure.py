#!/usr/bin/env python3
"""Tries to break what must never break, and prints one table; see script/assurance and script/soak."""

import argparse
import os
import random
import sys
import time
import traceback

import clocks
import copies
import crashes
import damages
import full_disks
import histories
import ledgers
import powercuts
import pressed_again
import servers
import together
import units
from rows import ROOT, Row, markdown, timed


def checks(full, seed):
    """What is tried, by name."""
    return {
        "powercuts-sqlite": lambda: powercuts.row(powercuts.OnSQLite, 300 if full else 20, seed),
        "powercuts-postgres": lambda: powercuts.row(powercuts.OnPostgres, 100 if full else 10, seed + 1),
        "crash-points": lambda: crashes.crash_points(),
        "failing-calls": lambda: crashes.failing_calls(60 if full else 10),
        "kills-sqlite": lambda: servers.kills(500 if full else 8, seed),
        "kills-postgres": lambda: servers.kills(200 if full else 6, seed, postgres=True),
        "history-sqlite": lambda: histories.row(100_000 if full else 6_000, seed),
        "history-postgres": lambda: histories.row(100_000 if full else 4_000, seed, postgres=True),
        "same-instant-sqlite": lambda: together.row(160 if full else 10, seed),
        "same-instant-postgres": lambda: together.row(160 if full else 5, seed, postgres=True),
        "idempotency-sqlite": lambda: pressed_again.row(900 if full else 90, seed),
        "idempotency-postgres": lambda: pressed_again.row(400 if full else 40, seed, postgres=True),
        "nodes": lambda: servers.nodes(60 if full else 5),
        "full-disk": servers.full_disk,
        "full-disk-postgres": lambda: full_disks.row(20 if full else 2),
        "clock-steps": lambda: clocks.row(200 if full else 20, seed),
        "looks": lambda: servers.looks(50, 100 if full else 6, seed),
        "slow-visitors": lambda: servers.slow_visitors(300, 60 if full else 50),
        "backup-under-load": lambda: copies.under_load(seed),
        "spoilt-backups": lambda: copies.spoilt(2_000 if full else 120, seed),
        "damaged-database": lambda: damages.row(1_000 if full else 40, seed),
        "tampering": lambda: ledgers.tampering(10_000 if full else 1_000, seed),
        "ledger-at-size": lambda: ledgers.at_size(10_000_000 if full else 1_000_000),
        "proofs": lambda: units.proofs(512 if full else 256),
        "policy-sqlite": lambda: units.policy(8 if full else 1, seed),
        "policy-postgres": lambda: units.policy(8 if full else 1, seed, postgres=True),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true", help="at full size: hours")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    parser.add_argument("--write", help="where the table is written besides")
    parser.add_argument("names", nargs="*", help="only these checks")
    asked = parser.parse_args()
    if os.geteuid() != 0:
        print("assurance: skipped: only root can make file systems and cut their power")
        return 0
    known = checks(asked.full, asked.seed)
    for name in asked.names:
        if name not in known:
            parser.error(f"there is no check {name}; there are {', '.join(known)}")
    rows = []
    begin = time.monotonic()
    for name, check in known.items():
        if asked.names and name not in asked.names:
            continue
        print(f"── {name}", file=sys.stderr, flush=True)
        try:
            row = timed(check)
        except Exception as fault:
            traceback.print_exc()
            row = Row(name, f"{type(fault).__name__}: {str(fault)[:300]}", "it runs", False, "not reached", False, str(asked.seed))
        rows.append(row)
        print(f"── {name}: {'kept' if row.is_good else 'NOT KEPT'}: {row.figure}; control: {row.control}; {row.seconds:.0f} s",
              file=sys.stderr, flush=True)
    text = markdown(rows, "full size" if asked.full else "a tenth of full size")
    print(text)
    if asked.write and not asked.names:
        (ROOT / asked.write).write_text(text, encoding="utf-8")
    bad = [row for row in rows if not row.is_good]
    print(f"{len(rows) - len(bad)} of {len(rows)} promises kept, in {time.monotonic() - begin:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
