"""Checks that run whole servers: killed, split in two, without room, under slow visitors, and while fifty people read."""

import http.client
import json
import os
import pathlib
import random
import re
import select
import socket
import subprocess
import sys
import tempfile
import threading
import time

from prepared import ENVIRONMENT, NotAsExpected, Partnership, PostgresServer, run_throughcare
from rows import ROOT, Row

from clients import Client, check
from partnership import Browser, Server


def script(name, *arguments):
    """Runs one of the durability scripts, and gives whether it found all well and the last line that it said."""
    done = subprocess.run([sys.executable, ROOT / "Tests" / "Durability" / name, *map(str, arguments)], capture_output=True,
                          text=True, env=dict(ENVIRONMENT, THROUGHCARE_COMMAND=command()), stdin=subprocess.DEVNULL)
    said = (done.stdout.strip() or done.stderr.strip()).splitlines()
    return done.returncode == 0, said[-1] if said else "", done.stderr.strip().splitlines()[-1:] or [""]


def command():
    configuration = os.environ.get("THROUGHCARE_CONFIGURATION", "debug")
    return os.environ.get("THROUGHCARE_COMMAND", str(ROOT / ".build" / configuration / "throughcare"))


def kills(count, seed, postgres=False):
    options = ["--postgres"] if postgres else []
    kept, said, _ = script("kill_loop.py", count, "--seed", seed, *options)
    _, _, told = script("kill_loop.py", 1, "--seed", seed, "--control", *options)
    failed = "lost" in told[0]
    return Row(
        f"A server killed at random loses and doubles nothing ({'PostgreSQL' if postgres else 'SQLite'})", said,
        "0 lost, 0 twice", kept, "a record taken away behind the server's back: " + ("found missing" if failed else told[0]),
        failed, str(seed))


def nodes(seconds):
    kept, said, _ = script("two_nodes.py", "--seconds", seconds)
    _, _, told = script("two_nodes.py", "--seconds", 1, "--control")
    failed = "twice" in told[0]
    return Row(
        "Two servers on one PostgreSQL: one is killed, then PostgreSQL is, and the rest goes on", said,
        "0 lost, 0 twice, nobody unserved for over 10 s", kept,
        "a record doubled behind the servers' back: " + ("found twice" if failed else told[0]), failed)


def full_disk():
    kept, said, _ = script("full_disk.py")
    return Row(
        "On a full disk whatever writes is refused, nothing is half done, and it goes on when there is room", said,
        "0 lost, refusals are 503", kept and "skipped" not in said,
        "the same while there is room: none refused", kept)


def looks(readers, kills, seed):
    """Fifty people read while the server is killed: whatever page left it must have its entry in the ledger."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="throughcare-looks-") as folder:
        partnership = Partnership(folder, workers=8)
        server = Server(partnership)
        port = server.wait_until_ready()
        signed_in, people = [], []
        for number, worker in enumerate(partnership.workers):
            browser = Browser(worker)
            browser.connect(port)
            browser.sign_in()
            signed_in.append(browser)
            people.append(browser.make_person("Example", f"Read {number}"))
        pages = {person: 0 for person in people}
        lock = threading.Lock()
        before = entries(partnership, people)

        def read(number, stop):
            browser = Browser(partnership.workers[number % len(people)])
            browser.cookies = signed_in[number % len(people)].cookies
            browser.connect(port)
            person = people[number % len(people)]
            while not stop.is_set():
                try:
                    status, _, page = browser.request("GET", f"/people/{person}")
                except (OSError, http.client.HTTPException):
                    return
                # What left, whether or not it came whole, and names the person.
                if status == 200 and "Example" in page:
                    with lock:
                        pages[person] += 1

        for _ in range(kills):
            stop = threading.Event()
            threads = [threading.Thread(target=read, args=(number, stop), daemon=True) for number in range(readers)]
            for thread in threads:
                thread.start()
            time.sleep(dice.uniform(0.5, 1.5))
            server.kill()
            stop.set()
            for thread in threads:
                thread.join(30)
            server = Server(partnership, port=port)
            if server.wait_until_ready() is None:
                raise NotAsExpected("the server did not start again")
        server.stop()
        after = entries(partnership, people)
        unlogged = sum(max(0, pages[person] - (after[person] - before[person])) for person in people)
        partnership.run("audit", "verify")
        # The control: the same count against a ledger that lacks the last entry about somebody.
        fewer = dict(after)
        busiest = max(people, key=lambda person: pages[person])
        fewer[busiest] = before[busiest] + pages[busiest] - 1
        found = sum(max(0, pages[person] - (fewer[person] - before[person])) for person in people)
    return Row(
        "No page that shows a person leaves without an entry, whenever the server is killed",
        f"{sum(pages.values()):,} pages to {readers} readers over {kills} kills, {unlogged} without an entry", "0", unlogged == 0,
        f"a ledger without one of the entries: {found} found", found == 1, str(seed))


def entries(partnership, people):
    """How many entries show each person."""
    counts = {}
    for person in people:
        counts[person] = int(partnership.column(
            f"SELECT count(*) FROM ledger_contents c WHERE c.content LIKE '%\"page\":\"person\"%'"
            f" AND c.content LIKE '%\"{person}\"%'")[0])
    return counts


def slow_visitors(count, seconds):
    """Visitors who send their headers or their forms a byte at a time, never read, or say nothing; and a flood of wrong
    passwords. Whoever works meanwhile must be served."""
    with tempfile.TemporaryDirectory(prefix="throughcare-slow-") as folder:
        partnership = Partnership(folder, workers=1)
        server = Server(partnership)
        port = server.wait_until_ready()
        browser = Browser(partnership.workers[0])
        browser.connect(port)
        browser.sign_in()
        person = browser.make_person("Example", "Steady")
        calm = served(browser, person, 3)
        style = re.search(r'href="(/assets/[^"]+[.]css)"', browser.expect(200, "GET", "/people")).group(1)
        lived, stop = besiege(port, count, style)
        stop_guessing = threading.Event()
        guessing = [threading.Thread(target=guess, args=(port, stop_guessing), daemon=True) for _ in range(20)]
        for thread in guessing:
            thread.start()
        busy = served(browser, person, seconds)
        stop_guessing.set()
        still = still_held(port)
        stop()
        status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
        memory = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024
        server.stop()
    kinds = {kind: sorted(life for other, life in lived if other == kind) for kind in KINDS}
    kept = busy["failed"] == 0 and busy["p99"] < 2_000 and still == 0 and len(lived) == count
    # Who never reads does not hear that the connection is over while the system still has something for them.
    longest = ", ".join(f"{KINDS[kind]} {lives[-1]:.0f} s" for kind, lives in kinds.items() if kind != 2)
    open_door = subprocess.Popen([sys.executable, "-m", "http.server", "0", "--bind", "127.0.0.1"], cwd="/",
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                 env=dict(os.environ, PYTHONUNBUFFERED="1"))
    try:
        other_port = int(re.search(r"port (\d+)", open_door.stdout.readline()).group(1))
        others, stop = besiege(other_port, 12, "/")
        time.sleep(15)
        stop()
    finally:
        open_door.kill()
    held = sum(1 for _, life in others if life > 14)
    return Row(
        f"{count} visitors who hold connections and a flood of wrong passwords do not stop those who work",
        f"{busy['count']} pages, {busy['failed']} refused, p99 {busy['p99']:.0f} ms (alone {calm['p99']:.0f}); cut off at the "
        f"latest: {longest}; the server holds {still} of {count} after {seconds:.0f} s; memory at most {memory} MiB",
        "0 refused, p99 under 2 s, none held", kept,
        f"a server without limits: {held} of 12 still hold their connection after 14 s", held > 0)


def still_held(port):
    """How many of the slow visitors' connections a process still has open at this port; the system's own leftovers have no
    inode."""
    held = 0
    for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
        words = line.split()
        local, remote, inode = words[1], words[2], words[9]
        # Theirs are 127.0.1.… and 127.0.2.…; an address is written from its end.
        held += local.endswith(f":{port:04X}") and remote[2:8] in ("01007F", "02007F") and inode != "0"
    return held


KINDS = {0: "slow headers", 1: "slow form", 2: "never reads", 3: "silent"}


def besiege(port, count, path):
    """Starts slow visitors. Gives the list in which each notes its kind and how long it was let live, and what ends them."""
    lived, stop = [], threading.Event()
    threads = [
        # Each from an address of its own: one address may hold only so many.
        threading.Thread(target=hold_up, daemon=True,
                         args=(port, number % 4, stop, f"127.0.{1 + number // 200}.{1 + number % 200}", path, lived))
        for number in range(count)
    ]
    for thread in threads:
        thread.start()

    def end():
        stop.set()
        for thread in threads:
            thread.join(60)

    return lived, end


def served(browser, person, seconds):
    times, failed, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.monotonic()
        try:
            status, _, _ = browser.request("GET", f"/people/{person}")
            failed += status != 200
        except (OSError, http.client.HTTPException):
            failed += 1
        times.append((time.monotonic() - start) * 1e3)
        time.sleep(0.02)
    times.sort()
    return {"count": len(times), "failed": failed, "p99": times[min(len(times) - 1, int(len(times) * 0.99))]}


def hold_up(port, kind, stop, address, path, lived):
    """One slow visitor."""
    start = time.monotonic()
    connection = socket.socket()
    connection.bind((address, 0))
    if kind == 2:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    over = select.poll()
    try:
        connection.connect(("127.0.0.1", port))
        # Told when the other side has closed, without reading what it sent.
        over.register(connection, select.POLLRDHUP | select.POLLHUP | select.POLLERR)
        if kind == 1:
            connection.sendall(b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                               b"\r\nContent-Length: 100000\r\n\r\n")
        if kind == 2:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 50)
        while not stop.is_set():
            if kind in (0, 1):
                connection.sendall(b"G" if kind == 0 else b"a")
            if over.poll(1_000):
                break
            time.sleep(0.3)
    except OSError:
        pass
    finally:
        lived.append((kind, time.monotonic() - start))
        connection.close()


def guess(port, stop):
    """Wrong passwords, one after another."""
    body = "name=nobody&password=wrong-password&code=000000"
    while not stop.is_set():
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("POST", "/sign-in", body, {"Content-Type": "application/x-www-form-urlencoded",
                                                          "Sec-Fetch-Site": "same-origin"})
            connection.getresponse().read()
            connection.close()
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
