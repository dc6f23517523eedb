#!/usr/bin/env python3
"""Fills the disk under a running server and shows that writes are refused with a plain 503, that nothing is half done, and
that it goes on by itself once there is room.

    python3 Tests/Durability/full_disk.py

Needs to be root, for a small file system in memory; says *skipped* and ends with 0 for anybody else.
"""

import os
import pathlib
import sqlite3
import subprocess
import sys

from partnership import Browser, NotAsExpected, Partnership, Server, once, scratch_folder

SIZE = "12m"


def fill(path):
    """Takes every byte there is left."""
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def notes(partnership):
    connection = sqlite3.connect(f"file:{partnership.database}?mode=ro", uri=True)
    found = [row[0] for row in connection.execute("SELECT answers FROM event_sections WHERE answers LIKE '%marker-%'")]
    connection.close()
    return found


def main():
    if os.geteuid() != 0:
        print("full_disk: skipped: only root can make a small file system")
        return
    with scratch_folder() as folder:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", folder], capture_output=True, text=True)
        if made.returncode != 0:
            print(f"full_disk: skipped: no file system could be mounted here: {made.stderr.strip()}")
            return
        try:
            run(pathlib.Path(folder))
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def run(folder):
    partnership = Partnership(folder, workers=1)
    server = Server(partnership)
    browser = Browser(partnership.workers[0])
    browser.connect(server.wait_until_ready())
    browser.sign_in()
    person = browser.make_person("Example", "Robin")
    browser.open_form(person)
    acknowledged, refused = [], []

    def send(number, key):
        text = f"marker-{number}-end"
        status = browser.note(person, text, key)
        (acknowledged if status == 303 else refused).append((number, key, status))
        return status

    for number in range(5):
        if send(number, once()) != 303:
            raise NotAsExpected("a note was refused while there was room")
    filler = folder / "filler"
    fill(filler)
    number = 5
    # What the log file has left over may still take a few.
    while len(refused) < 10:
        send(number, once())
        number += 1
        if number > 2_000:
            raise NotAsExpected("the disk is full and writes go on")
    if any(status != 503 for _, _, status in refused):
        raise NotAsExpected(f"writes were refused otherwise than with 503: {refused}")
    status, _, page = browser.request("GET", f"/people/{person}")
    if status != 503:
        raise NotAsExpected(f"a person's page left without an entry in the ledger: {status}")
    for path, wanted in (("/health/live", 200), ("/sign-in", 200)):
        status, _, _ = browser.request("GET", path)
        if status != wanted:
            raise NotAsExpected(f"{path} answered {status} on a full disk")
    there = notes(partnership)
    if len(there) != len(acknowledged):
        raise NotAsExpected(f"{len(acknowledged)} acknowledged and {len(there)} there")
    filler.unlink()
    again = refused[:]
    refused.clear()
    for number, key, _ in again:
        if send(number, key) != 303:
            raise NotAsExpected("a note was still refused when there was room again")
    browser.expect(200, "GET", f"/people/{person}")
    if server.stop() != 0:
        raise NotAsExpected("the server did not stop as asked")
    there = notes(partnership)
    if len(there) != len(acknowledged) or len({text for text in there}) != len(there):
        raise NotAsExpected(f"{len(acknowledged)} acknowledged and {len(there)} there")
    partnership.run("audit", "verify")
    partnership.run("doctor", "--rebuild")
    print(f"full disk: {len(again)} writes refused with 503, then done; {len(there)} acknowledged and there; ledger ok")


if __name__ == "__main__":
    try:
        main()
    except NotAsExpected as failure:
        sys.exit(f"full_disk: {failure}")
