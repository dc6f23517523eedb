"""What one check of the assurance run found, and the table of all of them."""

import dataclasses
import datetime
import os
import pathlib
import platform
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


@dataclasses.dataclass
class Row:
    """One promise: what was measured, what it must be, and the control that shows that the check can fail."""

    promise: str
    figure: str
    target: str
    kept: bool
    control: str
    control_failed: bool
    seed: str = ""
    explained: str = ""
    seconds: float = 0

    @property
    def is_good(self):
        return (self.kept or bool(self.explained)) and self.control_failed


def until_it_fails(control, most=20):
    """Runs a control until it fails as it should. Gives what it said then and how often it was run."""
    said = ""
    for attempt in range(1, most + 1):
        failed, said = control(attempt)
        if failed:
            times = "" if attempt == 1 else f", at the {attempt}th try"
            return True, said + times
    return False, f"{said}: it did not fail in {most} tries"


def markdown(rows, kind):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    with open("/proc/cpuinfo", encoding="utf-8") as text:
        processor = next((line.split(":")[1].strip() for line in text if line.startswith("model name")), "")
    lines = [
        "# Assurance", "",
        "What must never happen, how it was tried, and a control for each check: the same check on something that is broken on",
        "purpose, which must fail, or the check would be worth nothing. Written by `script/assurance`; `script/soak` runs the",
        "same at full size.", "",
        f"Run: {kind}, {datetime.date.today().isoformat()}, commit {commit or 'unknown'}, {os.cpu_count()} cores of {processor}, "
        f"{platform.freedesktop_os_release()['PRETTY_NAME']}.", "",
        "| promise | figure | target | kept | control | seed | s |", "|---|---|---|---|---|---|---:|",
    ]
    for row in rows:
        kept = "yes" if row.kept else f"no: {row.explained}" if row.explained else "**no**"
        control = row.control if row.control_failed else f"**did not fail**: {row.control}"
        lines.append(f"| {row.promise} | {row.figure} | {row.target} | {kept} | {control} | {row.seed} | {row.seconds:.0f} |")
    return "\n".join(lines) + "\n"


def timed(check, *arguments):
    start = time.monotonic()
    row = check(*arguments)
    row.seconds = time.monotonic() - start
    return row
