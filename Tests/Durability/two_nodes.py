#!/usr/bin/env python3
"""Two servers on one PostgreSQL, and 64 connections of workers who record things. One server is killed in the middle of it,
and later PostgreSQL itself is stopped at once and started again. Nothing that was acknowledged may be lost, nothing written
twice, nobody told anything wrong, and nobody kept waiting for longer than ten seconds.

    python3 Tests/Durability/two_nodes.py [--seconds N] [--workers N]

Ends with 0 when all is well.
"""

import argparse
import sys
import time

from clients import Client, check, spoil
from partnership import Browser, NotAsExpected, Partnership, PostgresServer, Server, scratch_folder

LONGEST_GAP = 10


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=6, help="how long each part takes")
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--control", action="store_true", help="double a record, which must be found")
    asked = parser.parse_args()
    with scratch_folder() as folder, scratch_folder() as kept:
        postgres = PostgresServer(kept)
        partnership = Partnership(folder, workers=asked.workers, server=postgres)
        nodes = [Server(partnership), Server(partnership)]
        ports = [node.wait_until_ready() for node in nodes]
        if None in ports:
            raise NotAsExpected("a server did not start")
        clients = people(partnership, ports, asked.connections)
        begin = time.monotonic()
        for client in clients:
            client.start()
            client.server_up.set()
        marks = {}
        time.sleep(asked.seconds)
        nodes[0].kill()
        marks["a server killed"] = time.monotonic()
        time.sleep(asked.seconds)
        marks["PostgreSQL stopped"] = time.monotonic()
        postgres.restart()
        time.sleep(asked.seconds)
        nodes[0] = Server(partnership, port=ports[0])
        if nodes[0].wait_until_ready() is None:
            raise NotAsExpected("the server did not start again")
        time.sleep(asked.seconds / 2)
        for client in clients:
            client.is_finishing = True
        for client in clients:
            client.join(60)
            if client.failure or not client.done:
                raise client.failure or NotAsExpected("what was unanswered is not answered by servers that run")
        end = time.monotonic()
        if any(node.stop() != 0 for node in nodes):
            raise NotAsExpected("a server did not stop as asked")
        if asked.control:
            spoil(partnership, "twice")
        written = check(partnership, clients)
        partnership.run("doctor", "--rebuild")
        report(clients, written, begin, end, marks)


def people(partnership, ports, connections):
    """Each worker signs in once, at one of the servers; the session holds at both."""
    clients = []
    for number in range(connections):
        worker = partnership.workers[number % len(partnership.workers)]
        browser = Browser(worker)
        browser.connect(ports[number % 2])
        if number < len(partnership.workers):
            browser.sign_in()
        else:
            browser.cookies = clients[number % len(partnership.workers)].browser.cookies
        # Two connections write about the same person, so that some writes meet.
        person = browser.make_person("Example", f"Number {number}") if number % 2 == 0 else clients[-1].person
        order = ports if number % 2 == 0 else ports[::-1]
        clients.append(Client(browser, person, number, ports=order))
    return clients


def report(clients, written, begin, end, marks):
    moments = sorted(moment for client in clients for moment in client.moments)
    gaps = [later - earlier for earlier, later in zip([begin] + moments, moments + [end])]
    for what, when in marks.items():
        after = [moment for moment in moments if moment > when]
        print(f"{what}: the next record after {after[0] - when:.1f} s" if after else f"{what}: no record after it")
    longest = max(gaps)
    print(f"{len(moments)} acknowledged in {end - begin:.0f} s, {written} there, 0 lost, 0 twice; "
          f"{sum(client.repeated for client in clients)} tries unanswered, {sum(client.refused for client in clients)} "
          f"refused; the longest that nobody was served {longest:.1f} s")
    if longest > LONGEST_GAP:
        raise NotAsExpected(f"nobody was served for {longest:.1f} s")


if __name__ == "__main__":
    try:
        main()
    except NotAsExpected as failure:
        sys.exit(f"two_nodes: {failure}")
