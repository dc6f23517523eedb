"""Load on the server, by wrk, and the same statements in C."""

import collections
import json
import os
import pathlib
import subprocess
import time

FOLDER = pathlib.Path(__file__).resolve().parent


def drive(server, script, seconds, threads, connections, environment, engine):
    """Asks for so many seconds, and gives what came of it with the processor time per request: the server's, and that of
    the engine where it is a server too."""
    values = dict(os.environ, **{name: str(value) for name, value in environment.items()})
    path = values.get("BENCH_PATH", "/")
    before, engine_before = server.cpu_seconds(), engine.cpu_seconds()
    done = subprocess.run(
        ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(FOLDER / script),
         f"http://127.0.0.1:{server.port}{path}"],
        env=values, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    spent, engine_spent = server.cpu_seconds() - before, engine.cpu_seconds() - engine_before
    if done.returncode != 0 or not done.stderr.strip():
        raise RuntimeError(f"wrk ended with {done.returncode}: {done.stdout}{done.stderr}")
    found = json.loads(done.stderr.strip().splitlines()[-1])
    # What a recorder was answered instead of being sent on.
    found["answered"] = dict(collections.Counter(
        line.split()[1] for line in done.stdout.splitlines() if line.startswith("answered ")))
    found["per_second"] = found["requests"] / found["seconds"]
    found["cpu_ms"] = spent * 1e3 / max(1, found["requests"])
    found["engine_cpu_ms"] = engine_spent * 1e3 / max(1, found["requests"])
    found["cores"] = spent / found["seconds"]
    found["page_bytes"] = found["bytes"] // max(1, found["requests"])
    return found


def drain(server, engine, limit=30):
    """Waits until a server and its engine have done with what the load left behind, which would be booked to the next."""
    spent = lambda: server.cpu_seconds() + engine.cpu_seconds()
    begun, before = time.monotonic(), spent()
    while time.monotonic() - begun < limit:
        time.sleep(0.3)
        now = spent()
        if now - before < 0.03:
            return
        before = now


def replay(tools, database, statements, group):
    """The statements again, in C. Gives a line for each page."""
    done = subprocess.run(
        [str(tools / "sqlite_loop"), str(database), str(statements), str(group)], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"sqlite_loop ended with {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]
