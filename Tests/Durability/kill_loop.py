#!/usr/bin/env python3
"""Kills the server at random while workers record things, and shows that nothing that was acknowledged is lost, nothing is
written twice, and the ledger verifies.

    python3 Tests/Durability/kill_loop.py [KILLS] [--postgres] [--seed N]

Ends with 0 when all is well. A process that is killed leaves what it wrote in the machine's memory, so this shows that a
write is whole or not there; that it has reached the disk is shown by the settings that `doctor` reads back.
"""

import argparse
import random
import sys
import time

from clients import Client, check, spoil
from partnership import Browser, NotAsExpected, Partnership, PostgresServer, Server, scratch_folder


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kills", nargs="?", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--control", action="store_true", help="take a record away, which must be found")
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL of its own")
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with scratch_folder() as folder, scratch_folder() as kept:
        partnership = Partnership(folder, server=PostgresServer(kept) if asked.postgres else None)
        server = Server(partnership)
        port = server.wait_until_ready()
        browsers = [Browser(worker) for worker in partnership.workers]
        clients = []
        for number, browser in enumerate(browsers):
            browser.connect(port)
            browser.sign_in()
            # Two workers write about the same person, so that some writes meet.
            person = browser.make_person("Example", f"Number {number}") if number % 2 == 0 else clients[-1].person
            clients.append(Client(browser, person, number))
        for client in clients:
            client.start()
        written = early = 0
        for kill in range(asked.kills):
            for client in clients:
                client.browser.connect(port)
                client.server_up.set()
            time.sleep(dice.uniform(0.1, 1.5))
            server.kill()
            for client in clients:
                client.server_up.clear()
            for client in clients:
                client.idle.wait(60)
                if client.failure:
                    raise client.failure
            written = check(partnership, clients)
            server = Server(partnership)
            if dice.random() < 0.2:
                # Some are killed before they are ready.
                time.sleep(dice.uniform(0, 0.3))
                server.kill()
                early += 1
                server = Server(partnership)
            port = server.wait_until_ready()
            if port is None:
                raise NotAsExpected("the server did not start again")
            print(f"kill {kill + 1}: {sum(len(c.acknowledged) for c in clients)} acknowledged, {written} there", flush=True)
        for client in clients:
            client.browser.connect(port)
            client.server_up.set()
        for client in clients:
            client.is_finishing = True
        for client in clients:
            client.join(60)
            if client.failure or not client.done:
                raise client.failure or NotAsExpected("what was unanswered is not answered by a server that runs")
        if server.stop() != 0:
            raise NotAsExpected("the server did not stop as asked")
        if asked.control:
            spoil(partnership, "lost")
        written = check(partnership, clients)
        acknowledged = sum(len(client.acknowledged) for client in clients)
        partnership.run("doctor", "--rebuild")
        print(
            f"{asked.kills} kills and {early} during the start: {acknowledged} acknowledged, {written} there, 0 lost, "
            f"0 twice; {sum(client.repeated for client in clients)} tries unanswered; seed {asked.seed}")


if __name__ == "__main__":
    try:
        main()
    except NotAsExpected as failure:
        sys.exit(f"kill_loop: {failure}")
