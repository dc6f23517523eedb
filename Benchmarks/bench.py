#!/usr/bin/env python3
"""Measures Throughcare; see docs/performance.md. Started by script/bench, which builds what this needs."""

import argparse
import datetime
import json
import os
import statistics
import sys
import urllib.parse

import side_by_side
from county import ROOT, County, run
from engines import ENGINES
from load import drive, replay
from server import Server
from table import print_report, print_side_by_side, times_c
from visitor import sign_in
from written import hold_against, verify

# The most processor time that a page may cost the server, as a multiple of what C needs for the same statements in the
# same run: milliseconds alone would fail whenever a neighbour is busy, which doubles both. docs/performance.md says what
# is aimed at.
BUDGETS = {"cells": 6, "person": 10, "due": 9, "today": 6, "search": 8, "record": 5}


def main():
    asked = arguments()
    say = lambda text: print(text, file=sys.stderr, flush=True)
    machine = about_the_machine()
    say(f"{machine['processor']}, {machine['cores']} cores, load {machine['load']}, seed {asked.seed}")
    day = datetime.date.today().isoformat()
    county = County(ROOT / ".build" / "release", asked.people, asked.seed, day, asked.events)
    if asked.again:
        (county.folder / "made-from.txt").unlink(missing_ok=True)
    county.make(say)
    facts = county.facts()
    report = {"machine": machine, "seed": asked.seed, "rounds": asked.rounds, "seconds": asked.seconds,
              "database": {key: value for key, value in facts.items() if key not in ("caseloads", "long")}}
    if asked.peers:
        report["peers"] = side_by_side.measure(county, facts, asked, say)
        bad = side_by_side.bad(report["peers"])
    else:
        say("The engine, alone")
        report["engine"] = engine_rate(county)
        serve(county, facts, asked, report, say)
        report["over"] = over_budget(report)
        bad = report["over"] + report["written"]["problems"]
    if asked.json:
        print(json.dumps(report, indent=1))
    elif asked.peers:
        print_side_by_side(report)
    else:
        print_report(report, BUDGETS)
    for line in bad:
        say(f"bench: {line}")
    return 1 if bad else 0


def arguments():
    parser = argparse.ArgumentParser(prog="script/bench", description="Measures Throughcare in a release build.")
    parser.add_argument("--quick", action="store_true", help="10,000 people and shorter rounds: a check in a few minutes")
    parser.add_argument("--peers", action="store_true", help="instead: the same pages in Django and in FastAPI beside ours")
    parser.add_argument("--engine", choices=(*ENGINES, "both"),
                        help="the database: sqlite (what pages are measured on), postgres, or with --peers both (both)")
    parser.add_argument("--people", type=int, help="how many people (100,000)")
    parser.add_argument("--events", type=int, help="about how many events (three a person)")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other people")
    parser.add_argument("--rounds", type=int, help="rounds, in each of which everything is measured once (5)")
    parser.add_argument("--seconds", type=int, help="how long each page is asked for in a round (4)")
    parser.add_argument("--again", action="store_true", help="make the database again even where it stands")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    if asked.engine == "both" and not asked.peers:
        parser.error("--engine both is for --peers; the pages are measured on one engine at a time")
    asked.engine = asked.engine or ("both" if asked.peers else "sqlite")
    asked.people = asked.people or (10_000 if asked.quick else 100_000)
    asked.rounds = asked.rounds or (3 if asked.quick else 5)
    asked.seconds = asked.seconds or (2 if asked.quick else 4)
    return asked


def about_the_machine():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return {"processor": names[0] if names else "unknown processor", "cores": os.cpu_count(),
            "load": " ".join(f"{value:.1f}" for value in os.getloadavg())}


def engine_rate(county):
    lines = run([county.tools / "Measure", "engine", "--database", county.database]).splitlines()
    return {line["name"]: line for line in map(json.loads, lines)}


def serve(county, facts, asked, report, say):
    """Everything that needs the server running, and the loop in C between its rounds."""
    command = str(county.tools / "throughcare")
    folder = county.fresh_folder("run")
    engine = ENGINES[asked.engine](county, folder, say)
    starts = []
    server = None
    try:
        database = engine.copy("served")
        keys = engine.keys(database)
        server = Server(command, database, keys)
        starts.append(server.start_seconds)
        server.settle()
        memory = server.memory()
        say("Signing in")
        visitors = sign_in(county, facts, server.port)
        server.stop()
        # From here the loop in C and the server go on from the same rows.
        floor = county.copy(folder / "floor.sqlite", source=database) if asked.engine == "sqlite" else None
        for _ in range(2):
            server = Server(command, database, keys)
            starts.append(server.start_seconds)
            if len(starts) < 3:
                server.stop()
        report["start"] = {"seconds": round(statistics.median(starts), 3), **memory}
        statements = asked_statements(county, facts, visitors, floor, folder, asked, say) if floor else None
        for visitor in visitors["all"]:
            visitor.port = server.port
        pages = pages_of(facts, visitors)
        check(pages, visitors)
        recorders = recorder_file(folder, visitors, facts)
        report["pages"], report["floor"] = {}, {}
        server.settle()
        for turn in range(asked.rounds + 1):
            kind = f"round {turn} of {asked.rounds}" if turn else "warm-up"
            say(f"Measuring, {kind}")
            for name, page in pages.items():
                found = drive(server, "pages.lua", asked.seconds if turn else 2, 1, 16, page, engine)
                if turn:
                    report["pages"].setdefault(name, []).append(found)
            found = drive(server, "record.lua", asked.seconds if turn else 2, 64, 64, {
                "BENCH_WORKERS": recorders, "BENCH_ROUND": turn, "BENCH_SEED": asked.seed,
                "BENCH_ACKNOWLEDGED": folder / "acknowledged-served"}, engine)
            if turn:
                report["pages"].setdefault("record", []).append(found)
                for group in (1, 16) if floor else ():
                    copy = county.copy(folder / "replayed.sqlite", source=floor)
                    for line in replay(county.tools, copy, statements, group):
                        report["floor"].setdefault(line["page"], {}).setdefault(str(group), []).append(line)
        report["loaded"] = server.memory()
        say("Holding what was acknowledged against the database")
        server.stop()
        report["written"] = hold_against(folder, "served", engine, database)
        report["written"]["ledger"], problems = verify(command, database, keys)
        report["written"]["problems"] += problems
    finally:
        if server:
            server.end()
        engine.stop()


def pages_of(facts, visitors):
    """What is asked for each page."""
    officer, worker = visitors["officer"], visitors["worker"]
    person = f"/people/{facts['long']}"
    search = urllib.parse.urlencode({
        "csrf": worker.csrf, "family": facts["family"], "given": facts["given"], "born-day": "", "born-month": "",
        "born-year": "", "number": ""})
    plain = lambda visitor, path: {"BENCH_PATH": path, "BENCH_COOKIE": visitor.cookie}
    return {
        "cells": plain(officer, "/boards/nottingham/cells"), "person": plain(worker, person),
        "due": plain(worker, person + "/due"), "today": plain(worker, "/today"),
        "search": {**plain(worker, "/people"), "BENCH_METHOD": "POST", "BENCH_BODY": search},
    }


def check(pages, visitors):
    """That each page is what it should be, before anybody counts how many there are."""
    signs = {"cells": "tc-act", "person": "Timeline", "due": "due", "today": "Today", "search": "/people/"}
    for name, page in pages.items():
        visitor = visitors["officer"] if name == "cells" else visitors["worker"]
        fields = urllib.parse.parse_qsl(page["BENCH_BODY"], keep_blank_values=True) if "BENCH_BODY" in page else None
        text = visitor.page(page["BENCH_PATH"], fields)
        if signs[name] not in text:
            raise RuntimeError(f"the page {name} is not what it should be")


def recorder_file(folder, visitors, facts):
    """For each worker who records: cookie, the key of their forms, and their caseload."""
    path = folder / "recorders.txt"
    lines = [" ".join([visitor.cookie, visitor.csrf, *facts["caseloads"][worker["id"]]])
             for worker, visitor in visitors["recorders"]]
    path.write_text("\n".join(lines) + "\n")
    return path


def asked_statements(county, facts, visitors, floor, folder, asked, say):
    """What the pages ask of the database, written down from the use cases themselves."""
    say("Writing down what the pages ask of the database")
    copy = county.copy(folder / "asked.sqlite", source=floor)
    path = folder / "statements.txt"
    people = [person for worker, _ in visitors["recorders"] for person in facts["caseloads"][worker["id"]]]
    run([county.tools / "Measure", "statements", "--database", copy, "--officer", visitors["officer"].session,
         "--worker", visitors["worker"].session, "--person", facts["long"], "--recorded", ",".join(people[:1_000]),
         "--family", facts["family"], "--given", facts["given"], "--into", path,
         "--records", 500 if asked.quick else 2_000])
    return path


def over_budget(report):
    lines = []
    for name, rounds in report["pages"].items():
        cost = statistics.median(found["cpu_ms"] for found in rounds)
        ratio = times_c(report, name)
        if ratio is not None and ratio > BUDGETS[name]:
            lines.append(f"{name} costs {cost:.2f} ms of processor time, {ratio:.1f} times what C needs, and "
                         f"{BUDGETS[name]} times is the most")
        failed = sum(found["failed"] for found in rounds)
        if failed:
            lines.append(f"{name}: {failed} requests failed")
    return lines


if __name__ == "__main__":
    sys.exit(main())
