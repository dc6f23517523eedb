"""The report, for people."""

import statistics

TITLES = {
    "cells": "Cells board, {cells} rows", "person": "A person, {long_events} events (50 shown)", "due": "What’s due",
    "today": "Today, a caseload of 60", "search": "Search by name", "record": "Record a contact (64 at once)",
}


def middle(rounds, name):
    return statistics.median(found[name] for found in rounds)


def times_c(report, name):
    """The processor time of a page as a multiple of what C needs for its statements, sixteen pages to a commit; None
    where the engine is a server, which C does not take the place of."""
    if name not in report["floor"]:
        return None
    return middle(report["pages"][name], "cpu_ms") * 1e3 / middle(report["floor"][name]["16"], "cpu_us")


def print_head(report):
    database, machine = report["database"], report["machine"]
    print(f"Machine: {machine['processor']}, {machine['cores']} cores; load at the start {machine['load']}")
    print(f"Database: {database['people']:,} people, {database['events']:,} events, {database['entries']:,} ledger entries, "
          f"{database['megabytes']} MB of SQLite; seed {report['seed']}")
    print(f"Medians of {report['rounds']} rounds after a warm-up, {report['seconds']} s each; the load shares the cores.")


def print_report(report, budgets):
    print_head(report)
    print()
    print_engine(report["engine"])
    print_pages(report, budgets)
    start = report["start"]
    print(f"\nStart to ready: {start['seconds'] * 1e3:.0f} ms. Memory idle: {start['rss_mib']} MiB resident, "
          f"{start['anonymous_mib']} anonymous; after the load {report['loaded']['rss_mib']} and "
          f"{report['loaded']['anonymous_mib']}.")
    written = report["written"]
    print(f"Recorded: {written['acknowledged']:,} acknowledged, {written['lost']} lost, {written['twice']} twice. "
          f"{written['ledger']}")


def print_engine(engine):
    print(f"{'The engine, one core':<40}{'standings/s':>12}{'events/s':>12}{'events each':>12}")
    for name, title in (("mean", "people as they come"), ("long", "people with the longest records")):
        found = engine.get(name)
        if found and found["standings"]:
            each = found["events"] / found["standings"]
            print(f"  {title:<38}{found['perSecond']:>12,}{found['eventsPerSecond']:>12,}{each:>12.1f}")
    print()


def print_pages(report, budgets):
    has_floor = bool(report["floor"])
    print(f"{'':<36}{'a second':>9}{'p50 ms':>8}{'p99 ms':>8}{'kB':>6}{'CPU ms':>8}{'(worst)':>8}"
          + (f"{'C: reads':>10}{'all µs':>8}{'alone':>7}{'ours/C':>8}{'most':>6}" if has_floor else f"{'engine':>8}"))
    for name, rounds in report["pages"].items():
        title = TITLES[name].format(**report["database"])
        line = (f"{title:<36}{middle(rounds, 'per_second'):>9,.0f}{middle(rounds, 'p50_ms'):>8.1f}"
                f"{middle(rounds, 'p99_ms'):>8.1f}{middle(rounds, 'page_bytes') / 1e3:>6.0f}"
                f"{middle(rounds, 'cpu_ms'):>8.2f}{max(found['cpu_ms'] for found in rounds):>8.2f}")
        if has_floor:
            floor = report["floor"][name]["16"]
            line += (f"{middle(floor, 'reads_cpu_us'):>10.0f}{middle(floor, 'cpu_us'):>8.0f}"
                     f"{middle(report['floor'][name]['1'], 'cpu_us'):>7.0f}{times_c(report, name):>8.1f}"
                     f"{budgets[name]:>6}")
        else:
            line += f"{middle(rounds, 'engine_cpu_ms'):>8.2f}"
        print(line)
    if has_floor:
        print_writes(report)
    else:
        print("\nEngine: processor time of the database's own processes for a page, in milliseconds.")


def print_writes(report):
    print("\nC: the same statements with the same values, microseconds of processor time a page: its reads; all of it with"
          "\nsixteen pages' entries to a commit, which the last column compares with; and with a commit for each.\n")
    print(f"{'Durable writes, one after another':<36}{'a second':>9}{'commits':>9}")
    rounds = report["pages"]["record"]
    for group in ("1", "16"):
        floor = report["floor"]["record"][group]
        print(f"  {'C, ' + group + ' to a commit':<34}{1e6 / middle(floor, 'wall_us'):>9,.0f}"
              f"{middle(floor, 'commits') * 1e6 / middle(floor, 'wall_us'):>9,.0f}")
    ours = middle(rounds, "per_second")
    one = 1e6 / middle(report["floor"]["record"]["1"], "wall_us")
    print(f"  {'the server, 64 at once':<34}{ours:>9,.0f}   {ours / one:.2f} of C, one to a commit")


PROGRAMS = {"ours": "Throughcare", "django": "Django, gunicorn, 4 workers", "fastapi": "FastAPI, uvicorn, 2 workers"}
ENGINE_TITLES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def print_side_by_side(report):
    print_head(report)
    for engine, found in report["peers"].items():
        print(f"\n{'On ' + ENGINE_TITLES[engine] + ', 64 connections':<36}{'a second':>9}{'p50 ms':>8}{'p99 ms':>8}{'kB':>6}"
              f"{'CPU ms':>8}{'engine':>8}{'failed':>8}{'ours: x a second':>18}{'x CPU':>7}  aimed at")
        for name, programs in found["pages"].items():
            if name == "asked":
                continue
            print(TITLES[name].format(**report["database"]))
            for key, rounds in programs.items():
                print(f"  {PROGRAMS[key]:<34}{middle(rounds, 'per_second'):>9,.0f}{middle(rounds, 'p50_ms'):>8.1f}"
                      f"{middle(rounds, 'p99_ms'):>8.1f}{middle(rounds, 'page_bytes') / 1e3:>6.0f}"
                      f"{middle(rounds, 'cpu_ms'):>8.2f}{middle(rounds, 'engine_cpu_ms'):>8.2f}"
                      f"{sum(found['failed'] for found in rounds):>8}" + versus(found["ratios"][name].get(key)))
        print_kept(found)


def versus(ratio):
    if not ratio:
        return ""
    aim = ""
    if ratio["target"] is not None:
        aim = f"  {ratio['target']}: " + ("met" if ratio["met"] else f"missed by {ratio['missed_by']}")
    return f"{ratio['per_second']:>18.1f}{ratio['cpu']:>7.1f}" + aim


def print_kept(found):
    for key, title in PROGRAMS.items():
        held, start, loaded = found["written"][key], found["start"][key], found["loaded"][key]
        print(f"{title}: {held['acknowledged']:,} records acknowledged, {held['lost']} lost, {held['twice']} twice; "
              f"ready in {start['seconds'] * 1e3:.0f} ms, {start['anonymous_mib']:.0f} MiB anonymous, after the load "
              f"{loaded['anonymous_mib']:.0f}. {held.get('ledger', '')}")
        for problem in held["problems"]:
            print(f"  {problem}")
