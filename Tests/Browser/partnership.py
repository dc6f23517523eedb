"""A demo partnership on a real server, for the browser to work on."""
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.join(ROOT, ".build", os.environ.get("THROUGHCARE_CONFIGURATION", "debug"), "throughcare")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# The PostgreSQL to work on, when it is not SQLite.
SERVER = os.environ.get("THROUGHCARE_TEST_POSTGRES") if os.environ.get("THROUGHCARE_TEST_ENGINE") == "postgres" else None


class Partnership:
    """Starts `throughcare demo` on a temporary database, as if it were the instant given, and stops it."""

    def __init__(self, at=None):
        self.folder = tempfile.TemporaryDirectory(prefix="throughcare-browser-")
        self.database = self.fresh_database() if SERVER else os.path.join(self.folder.name, "demo.sqlite")
        self.environment = dict(os.environ, THROUGHCARE_KEYS=os.path.join(self.folder.name, "demo.keys"))
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        command = [BINARY, "demo", "--database", self.database, "--port", str(self.port)]
        if at:
            command += ["--at", at]
        self.log = open(os.path.join(self.folder.name, "server.log"), "wb")
        self.output = os.path.join(self.folder.name, "output.txt")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=open(self.output, "wb"), stderr=self.log)
        self.wait()

    def wait(self, seconds=240):
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if self.process.poll() is not None:
                raise RuntimeError("the demo server stopped: " + self.tail())
            try:
                with urllib.request.urlopen(self.address + "/health/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                pass
            time.sleep(0.3)
        raise RuntimeError("the demo server did not get ready: " + self.tail())

    def tail(self):
        with open(self.log.name, "rb") as log:
            return log.read()[-2000:].decode(errors="replace")

    def accounts(self):
        """Sign-in name and password of one worker for each role's title, as the demo prints them."""
        with open(self.output, encoding="utf-8") as text:
            rows = (re.match(r"\s+(\S+)\s{2,}(\S.*?)\s{2,}(\S+-\d{4})\s*$", line) for line in text)
            return {row[2]: (row[1], row[3]) for row in rows if row}

    def code(self, name):
        """The current second-factor code of a worker."""
        answer = subprocess.run(
            [BINARY, "worker", "code", name, "--database", self.database, "--json"],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)["code"]

    @staticmethod
    def fresh_database():
        name = "browser_" + uuid.uuid4().hex
        psql(SERVER, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        return SERVER.replace("/postgres?", f"/{name}?")

    def change(self, statement):
        """Changes the database behind the server's back, and gives how many rows it changed."""
        if SERVER:
            return int(psql(self.database, statement).split()[-1])
        with sqlite3.connect(self.database, timeout=20) as database:
            return database.execute(statement).rowcount

    def let_codes_be_used_again(self, name):
        """As if half a minute had passed: a code works once, and a journey that signs in twice does not wait for it."""
        changed = self.change(
            "UPDATE credentials SET totp_last_step = NULL"
            f" WHERE worker = (SELECT id FROM workers WHERE sign_in_name = '{name}')")
        assert changed == 1, f"{name} signs in"

    def let_sessions_lapse(self, name):
        """As if this worker had been away from every browser for an hour."""
        changed = self.change(
            "UPDATE sessions SET seen_at = seen_at - 3600000"
            f" WHERE worker = (SELECT id FROM workers WHERE sign_in_name = '{name}')")
        assert changed > 0, f"{name} is signed in"

    def halt(self):
        """Stops the server and leaves its database."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def stop(self):
        self.halt()
        self.log.close()
        self.folder.cleanup()


def psql(database, statement):
    """Runs a statement on a server, and gives what it says of it."""
    return subprocess.run(
        ["psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement],
        capture_output=True, text=True, check=True).stdout.strip()
