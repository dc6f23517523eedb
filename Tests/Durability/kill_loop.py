#!/usr/bin/env python3
"""Kills the server at random while workers record things, and shows that nothing that was acknowledged is lost, nothing is
written twice, and the ledger verifies.

    python3 Tests/Durability/kill_loop.py [KILLS] [--seed N]

Ends with 0 when all is well. A process that is killed leaves what it wrote in the machine's memory, so this shows that a
write is whole or not there; that it has reached the disk is shown by the settings that `doctor` reads back.
"""

import argparse
import http.client
import random
import sqlite3
import sys
import threading
import time

from partnership import Browser, NotAsExpected, Partnership, Server, once, scratch_folder


class Client(threading.Thread):
    """A worker who records notes about one person, and repeats what was not answered until it is."""

    def __init__(self, browser, person, number):
        super().__init__(daemon=True)
        self.browser, self.person, self.number = browser, person, number
        self.server_up = threading.Event()
        self.idle = threading.Event()
        self.done = False
        self.is_finishing = False
        self.acknowledged = []
        self.unanswered = None
        self.repeated = 0
        self.failure = None

    def run(self):
        try:
            while not self.done:
                if not self.server_up.is_set():
                    self.idle.set()
                    self.server_up.wait(0.05)
                    continue
                self.idle.clear()
                self.record()
        except Exception as failure:
            self.failure = failure
        self.idle.set()

    def record(self):
        if self.unanswered is None:
            if self.is_finishing:
                self.done = True
                return
            self.unanswered = (f"marker-{self.number}-{len(self.acknowledged)}-end", once())
        text, key = self.unanswered
        try:
            if self.browser.csrf is None:
                self.browser.open_form(self.person)
            status = self.browser.note(self.person, text, key)
        except (OSError, http.client.HTTPException):
            self.repeated += 1
            time.sleep(0.01)
            return
        if status == 303:
            self.acknowledged.append(text)
            self.unanswered = None
        else:
            time.sleep(0.05)


def check(partnership, clients):
    """Holds the database against what was acknowledged. Gives how many notes there are."""
    connection = sqlite3.connect(f"file:{partnership.database}?mode=ro", uri=True)
    answers = [row[0] for row in connection.execute("SELECT answers FROM event_sections")]
    halves = connection.execute(
        "SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM event_sections s WHERE s.event_id = e.id)"
    ).fetchone()[0]
    connection.close()
    counts = {}
    for answer in answers:
        if "marker-" in answer:
            marker = "marker-" + answer.split("marker-")[1].split("-end")[0] + "-end"
            counts[marker] = counts.get(marker, 0) + 1
    lost = [text for client in clients for text in client.acknowledged if text not in counts]
    twice = [text for text, count in counts.items() if count > 1]
    sent = {text for client in clients for text in client.acknowledged}
    sent |= {client.unanswered[0] for client in clients if client.unanswered}
    strange = [text for text in counts if text not in sent]
    if lost or twice or strange or halves:
        raise NotAsExpected(f"lost {lost[:5]}, twice {twice[:5]}, never sent {strange[:5]}, half written {halves}")
    partnership.run("audit", "verify")
    return len(counts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kills", nargs="?", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with scratch_folder() as folder:
        partnership = Partnership(folder)
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
