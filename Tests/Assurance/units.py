"""Unit tests at a size of their own: the policy read in several ways, and the proofs of the ledger's tree."""

import pathlib
import re
import subprocess
import tempfile

from prepared import ENVIRONMENT, NotAsExpected, PostgresServer
from rows import ROOT, Row


def run(tests, **settings):
    """Runs these suites. Gives whether all passed, and the figures that they print, by their first word."""
    command = ["swift", "test", "--skip-build", "--filter", "|".join(tests)]
    done = subprocess.run(command, capture_output=True, text=True, env={**ENVIRONMENT, **settings}, stdin=subprocess.DEVNULL,
                          cwd=ROOT)
    said = done.stdout + done.stderr
    figures = {word: {name: int(number) for name, number in re.findall(r"(\S+)=(\d+)", rest)}
               for word, rest in re.findall(r"^(\w+): (\S+=\d+(?: \S+=\d+)*)$", said, re.M)}
    failures = re.findall(r"^✘.*", said, re.M)
    return done.returncode == 0, figures, failures[0][:200] if failures else said.strip().splitlines()[-1][:200]


def told(figures, *names):
    missing = [name for name in names if name not in figures]
    if missing:
        raise NotAsExpected(f"nothing was said of {', '.join(missing)}: were the tests built?")


def policy(factor, seed, postgres=False):
    settings = {"THROUGHCARE_DECISIONS_FACTOR": str(factor), "ACCESS_SEED": str(seed)}
    tests = [r"StoreTests\.PolicyAgreementTests", r"StoreTests\.TreeAgreementTests"]
    if postgres:
        with tempfile.TemporaryDirectory(prefix="throughcare-policy-") as kept:
            pathlib.Path(kept).chmod(0o755)
            server = PostgresServer(kept)
            try:
                passed, figures, said = run(tests, **settings, THROUGHCARE_TEST_ENGINE="postgres",
                                            THROUGHCARE_TEST_POSTGRES=server.address)
            finally:
                server.stop()
    else:
        passed, figures, said = run([*tests, r"DomainTests\.AccessIsMonotone"], **settings)
        told(figures, "steps")
    told(figures, "policies", "trees")
    policies, trees, steps = figures["policies"], figures["trees"], figures.get("steps")
    disagreements = policies["disagreements"] + trees["disagreements"]
    taken = f"; {steps['taken']:,} times something was taken away, {steps['showed']} showed more" if steps else ""
    kept = passed and disagreements == 0 and not (steps and steps["showed"])
    null, spelling = trees["careless-null"], trees["careless-spelling"]
    backwards = f"; the steps taken backwards: {steps['backwards-showed']:,} showed more" if steps else ""
    return Row(
        f"Who may see what is the same in Swift, in SQL and in plain words ({'PostgreSQL' if postgres else 'SQLite'})",
        f"{policies['decisions'] + trees['decisions']:,} decisions, {disagreements} disagreements{taken}"
        + ("" if kept else f"; {said}"), "0, 0 show more" if steps else "0", kept,
        f"two careless readings: {null:,} otherwise where NULL is forgotten, {spelling:,} where spellings are alike{backwards}",
        null > 0 and spelling > 0 and (not steps or steps["backwards-showed"] > 0), str(seed))


def proofs(largest):
    passed, figures, said = run([r"LedgerTests\.MerkleTreeTests"], LEDGER_TREE_SIZE=str(largest))
    told(figures, "inclusion", "consistency")
    inclusion, consistency = figures["inclusion"], figures["consistency"]
    return Row(
        f"Every proof of every tree of up to {largest} entries is the one of the definition, and no other passes",
        f"{inclusion['proofs']:,} proofs of inclusion and {consistency['proofs']:,} of consistency"
        + (", all as defined" if passed else f"; {said}"), "all", passed,
        f"a tree divided in the middle: {inclusion['careless'] + consistency['careless']:,} of its proofs are others",
        inclusion["careless"] > 0 and consistency["careless"] > 0)
