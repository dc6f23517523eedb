"""The ledger at size, and under somebody who has the database in hand."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from prepared import CONFIGURATION, ENVIRONMENT, MEASURE, NotAsExpected, Prepared, run_throughcare
from rows import ROOT, Row


# The verifier, with what compares events taken out.
BLIND = """
import importlib.machinery, importlib.util, sys
loader = importlib.machinery.SourceFileLoader("verifier", sys.argv[1])
verifier = importlib.util.module_from_spec(importlib.util.spec_from_loader("verifier", loader))
loader.exec_module(verifier)
verifier.Audit.check_event = lambda self, position, identity, digest: self.named.add(identity)
sys.exit(verifier.selftest(60, int(sys.argv[2])))
"""


def tampering(count, seed):
    """A ledger spoilt at random, again and again: each found, and located."""
    verifier = ROOT / "script" / "verify-ledger"
    done = subprocess.run([sys.executable, verifier, "selftest", "--count", str(count), "--seed", str(seed)],
                          capture_output=True, text=True)
    said = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip()[-200:]
    blind = subprocess.run([sys.executable, "-c", BLIND, verifier, str(seed)], capture_output=True, text=True)
    return Row(
        "Whoever changes the record or the ledger behind the program is found out", said, "all found", done.returncode == 0,
        "a verifier that does not look at events: " + (blind.stdout.strip().splitlines() or [blind.stderr[-200:]])[-1],
        blind.returncode == 1, str(seed))


def at_size(entries):
    """Many entries: appended as looks are, and verified, by both verifiers."""
    with tempfile.TemporaryDirectory(prefix="throughcare-ledger-") as name:
        folder = pathlib.Path(name)
        (folder / "live").mkdir(mode=0o700)
        prepared = Prepared(folder / "live")
        database, keys = folder / "live" / "test.sqlite", folder / "live" / "test.keys"
        done = subprocess.run(
            [MEASURE, "append", "--database", database, "--keys", keys, "--scheme", ROOT / "Schemes" / "nottingham",
             "--entries", str(entries)], capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT)
        if done.returncode != 0:
            raise NotAsExpected(f"append: {done.stderr[-300:]}")
        appended = json.loads(done.stdout.strip().splitlines()[-1])
        run_throughcare("audit", "checkpoint", "--database", str(database), "--keys", str(keys))
        begun = time.monotonic()
        verdict = json.loads(run_throughcare(
            "audit", "verify", "--json", "--database", str(database), "--keys", str(keys)).splitlines()[-1])
        seconds = time.monotonic() - begun
        begun = time.monotonic()
        other = subprocess.run([sys.executable, ROOT / "script" / "verify-ledger", "database", database],
                               capture_output=True, text=True)
        python_seconds = time.monotonic() - begun
    # How quickly is for a release build to show; a debug build takes ten times as long.
    is_release = CONFIGURATION == "release"
    limit = 60 * max(1, entries / 10_000_000)
    kept = verdict["ok"] and other.returncode == 0 and (seconds <= limit or not is_release)
    return Row(
        f"A ledger of {entries:,} entries is verified whole, by two programs that share no code",
        f"appended at {appended['aSecond']:,} a second in groups; verified in {seconds:.1f} s, by the other verifier in "
        f"{python_seconds:.0f} s", "both green" + (f", in {limit:.0f} s" if is_release else ""), kept,
        "see the tampering above: both verifiers turn red", True)
