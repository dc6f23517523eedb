"""The same pages of the same rows in Throughcare, in Django and in FastAPI, one after another in each round."""

import html
import re
import statistics
import urllib.parse

import peer
from engines import ENGINES
from load import drain, drive
from server import Server
from visitor import sign_in
from written import hold_against, verify

PAGES = ("cells", "person", "search", "record")

# What is aimed at: how many times the requests a second of each peer.
TARGETS = {
    "sqlite": {"django": {"cells": 10, "person": 10, "search": 10, "record": 8},
               "fastapi": {"cells": 2, "person": 2, "search": 2}},
    "postgres": {"django": dict.fromkeys(PAGES, 6)},
}

# A peer's page may be this much longer or shorter than ours.
SLACK = 0.25


def measure(county, facts, asked, say):
    """The figures on each engine that was asked for."""
    tools = peer.tools()
    names = list(ENGINES) if asked.engine == "both" else [asked.engine]
    return {name: on_engine(name, county, facts, asked, tools, say) for name in names}


def on_engine(name, county, facts, asked, tools, say):
    folder = county.fresh_folder(f"side-by-side-{name}")
    engine = ENGINES[name](county, folder, say)
    running = []
    try:
        command = str(county.tools / "throughcare")
        say(f"Signing in, on {engine.title}")
        address = engine.copy("ours")
        running.append(Server(command, address, engine.keys(address)))
        running[0].settle()
        visitors = sign_in(county, facts, running[0].port)
        running.pop().stop()
        # The peers go on from the same rows, and from the same sessions.
        addresses = {"ours": address}
        for kind in (peer.Django, peer.FastAPI):
            addresses[kind.name] = engine.copy(kind.name, source=address)
            engine.prepare(addresses[kind.name])
        programs = {"ours": Ours(running, command, engine, address, visitors, facts)}
        for kind in (peer.Django, peer.FastAPI):
            programs[kind.name] = Other(running, kind, tools, addresses[kind.name], visitors, facts)
        for server in running:
            server.settle()
        report = {"start": {key: {"seconds": round(one.server.start_seconds, 3), **one.server.memory()}
                            for key, one in programs.items()}}
        report["sizes"] = check(programs)
        report["pages"] = rounds(programs, engine, folder, asked, say)
        report["loaded"] = {key: one.server.memory() for key, one in programs.items()}
        while running:
            running.pop().stop()
        say("Holding what was acknowledged against the databases")
        report["written"] = written(folder, engine, addresses, command, report["pages"])
    finally:
        for server in running:
            server.end()
        engine.stop()
    report["ratios"] = ratios(name, report["pages"])
    return report


class Program:
    """One of those that are compared: its server, whom it is asked by, and what for."""

    def __init__(self, officer, worker, recorders, facts):
        self.visitors = {"cells": officer, "person": worker, "search": worker}
        self.recorders = recorders
        search = {worker.csrf_field: worker.csrf, "family": facts["family"], "given": facts["given"], "born-day": "",
                  "born-month": "", "born-year": "", "number": ""}
        self.asked = {"cells": ("/boards/nottingham/cells", None), "person": (f"/people/{facts['long']}", None),
                      "search": ("/people", search)}
        self.csrf_field = worker.csrf_field

    def page(self, name):
        path, fields = self.asked[name]
        return self.visitors[name].page(path, fields and list(fields.items()))

    def load(self, name):
        """What the load is told."""
        path, fields = self.asked[name]
        told = {"BENCH_PATH": path, "BENCH_COOKIE": self.visitors[name].cookie}
        return {**told, "BENCH_METHOD": "POST", "BENCH_BODY": urllib.parse.urlencode(fields)} if fields else told

    def recorder_file(self, path):
        """For each worker who records: cookie, the key of their forms, and their caseload."""
        path.write_text("".join(
            " ".join([visitor.cookie, visitor.csrf, *people]) + "\n" for visitor, people in self.recorders))
        return path


class Ours(Program):
    def __init__(self, running, command, engine, address, visitors, facts):
        self.server = Server(command, address, engine.keys(address))
        running.append(self.server)
        for visitor in visitors["all"]:
            visitor.port = self.server.port
        super().__init__(
            visitors["officer"], visitors["worker"],
            [(visitor, facts["caseloads"][worker["id"]]) for worker, visitor in visitors["recorders"]], facts)


class Other(Program):
    def __init__(self, running, kind, tools, address, visitors, facts):
        self.server = kind(tools, address)
        running.append(self.server)
        there = lambda visitor, path: peer.PeerVisitor(visitor, self.server, path)
        super().__init__(
            there(visitors["officer"], "/boards/nottingham/cells"),
            there(visitors["worker"], f"/people/{facts['long']}"),
            [(there(visitor, f"/people/{facts['caseloads'][worker['id']][0]}"), facts["caseloads"][worker["id"]])
             for worker, visitor in visitors["recorders"]], facts)


def rounds(programs, engine, folder, asked, say):
    """Page by page, each program in turn, so that what disturbs one disturbs all. The first round warms up."""
    recorders = {key: one.recorder_file(folder / f"recorders-{key}.txt") for key, one in programs.items()}
    found = {name: {key: [] for key in programs} for name in PAGES}
    found["asked"] = {key: 0 for key in programs}
    for turn in range(asked.rounds + 1):
        kind = f"round {turn} of {asked.rounds}" if turn else "warm-up"
        say(f"Side by side on {engine.title}, {kind}")
        seconds = asked.seconds if turn else 2
        for name in PAGES:
            # Each begins as often as the others.
            order = list(programs)
            order = order[turn % len(order):] + order[:turn % len(order)]
            for key in order:
                one = programs[key]
                if name == "record":
                    figures = drive(one.server, "record.lua", seconds, 64, 64, {
                        "BENCH_WORKERS": recorders[key], "BENCH_ROUND": turn, "BENCH_SEED": asked.seed,
                        "BENCH_CSRF_FIELD": one.csrf_field, "BENCH_ACKNOWLEDGED": folder / f"acknowledged-{key}"},
                        engine)
                else:
                    figures = drive(one.server, "pages.lua", seconds, 1, 64, one.load(name), engine)
                    found["asked"][key] += figures["requests"] - figures["failed"]
                drain(one.server, engine)
                if turn:
                    found[name][key].append(figures)
    return found


def check(programs):
    """That each page has the same in it everywhere, before anybody counts how many there are. Gives the pages' bytes."""
    sizes = {}
    for name, read in (("cells", board), ("person", timeline), ("search", hits)):
        pages = {key: one.page(name) for key, one in programs.items()}
        sizes[name] = {key: len(page.encode()) for key, page in pages.items()}
        ours = read(pages["ours"])
        for key, page in pages.items():
            theirs = read(page)
            if not ours or theirs != ours:
                differing = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]]
                raise RuntimeError(f"the page {name} of {key} has {len(theirs)} rows and ours {len(ours)}; they differ, "
                                   f"such as in {differing[:1]}")
            if abs(sizes[name][key] / sizes[name]["ours"] - 1) > SLACK:
                raise RuntimeError(f"the page {name} of {key} has {sizes[name][key]} bytes and ours "
                                   f"{sizes[name]['ours']}")
    return sizes


def board(page):
    """The people on the board with what their columns say; the time that is left passes while the pages are read."""
    people = []
    for row in re.findall(r'<tr class="govuk-table__row"><th scope="row".*?</tr>', page, re.S):
        subject = re.search(r'href="/people/(\w+)"', row).group(1)
        cells = dict(re.findall(r'data-label="([^"]*)">(.*?)</t[hd]>', row, re.S))
        acts = re.findall(r">([^<>]+)<span class=\"govuk-visually-hidden\"> ", cells.pop("Acts"))
        said = {label: text_of(cell) for label, cell in cells.items()}
        said["Due"] = re.sub(r", in (\d+ h)? ?(\d+ min)?", "", said["Due"])
        people.append((subject, tuple(sorted(said.items())), tuple(acts)))
    return sorted(people)


def timeline(page):
    """The events that are shown, in their order, with what they say."""
    return [(re.search(r"/events/(\w+)", item).group(1), text_of(item))
            for item in re.findall(r'<div class="moj-timeline__item">(.*?)</dl></div>', page, re.S)]


def hits(page):
    """Whom the search found."""
    return sorted((re.search(r'href="/people/(\w+)"', row).group(1), text_of(row))
                  for row in re.findall(r'<tr class="govuk-table__row"><th scope="row".*?</tr>', page, re.S))


def text_of(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def written(folder, engine, addresses, command, pages):
    """What each recorded, held against its database; of the peers, that there is a row for each look."""
    held = {key: hold_against(folder, key, engine, address) for key, address in addresses.items()}
    line, problems = verify(command, addresses["ours"], engine.keys(addresses["ours"]))
    held["ours"]["ledger"] = line
    held["ours"]["problems"] += problems
    for key in addresses:
        if key != "ours":
            looks = engine.rows(addresses[key], "SELECT count(*) AS looks FROM peer_audit WHERE page <> 'record'")[0][0]
            held[key]["looks"] = looks
            if looks < pages["asked"][key]:
                held[key]["problems"].append(f"{key}: {pages['asked'][key]} pages left, and {looks} looks were kept")
    return held


def ratios(engine, pages):
    """How many times a peer's requests a second ours are, and its processor time ours; with what is aimed at."""
    found = {}
    for name in PAGES:
        found[name] = {}
        ours = pages[name]["ours"]
        for key, theirs in pages[name].items():
            if key == "ours":
                continue
            target = TARGETS.get(engine, {}).get(key, {}).get(name)
            times = middle(ours, "per_second") / max(1e-9, middle(theirs, "per_second"))
            found[name][key] = {
                "per_second": round(times, 2),
                "cpu": round(middle(theirs, "cpu_ms") / max(1e-9, middle(ours, "cpu_ms")), 2),
                "target": target, "met": None if target is None else times >= target,
                "missed_by": None if target is None or times >= target else round(target - times, 2)}
    return found


def middle(rounds, name):
    return statistics.median(found[name] for found in rounds)


def bad(report):
    """What makes the figures worthless: something of ours that is lost, or requests of ours that failed. What the peers
    lose is in the report."""
    lines = []
    for engine, figures in report.items():
        lines += [f"{engine}: {problem}" for problem in figures["written"]["ours"]["problems"]]
        for name in PAGES:
            failed = sum(found["failed"] for found in figures["pages"][name]["ours"])
            if failed:
                answered = [found["answered"] for found in figures["pages"][name]["ours"] if found["answered"]]
                lines.append(f"{engine}: {name}: {failed} requests failed; answered {answered}")
    return lines
