"""A real server on a database of its own, and workers who use it over HTTP as a browser would.

Standard library only. Everybody is made up.
"""

import atexit
import base64
import hashlib
import hmac
import html
import http.client
import json
import os
import pathlib
import re
import secrets
import signal
import sqlite3
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse

PROJECT = pathlib.Path(__file__).resolve().parents[2]
# Another program to test than the one this project builds.
COMMAND = os.environ.get("THROUGHCARE_COMMAND", str(PROJECT / "script" / "throughcare"))


class NotAsExpected(Exception):
    """The server answered what it should not."""


class Unserved(Exception):
    """The server said that it cannot serve anybody now."""


def code(secret, at=None):
    """The six digits an authenticator app shows (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    step = struct.pack(">Q", int((at or time.time()) // 30))
    digest = hmac.new(key, step, hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000)


class PostgresServer:
    """A PostgreSQL of our own in a folder, which does not outlive us."""

    def __init__(self, folder, *settings):
        self.folder = str(folder)
        self.address = self.say("start", *settings)
        atexit.register(self.stop)

    def say(self, word, *settings):
        done = subprocess.run([PROJECT / "script" / "postgres", word, self.folder, *settings], capture_output=True,
                              text=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise NotAsExpected(f"script/postgres {word}: {done.stderr}")
        return done.stdout.strip()

    def create(self, name):
        """Makes an empty database and gives its address."""
        self.query("postgres", f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        return self.address.replace("/postgres?", f"/{name}?")

    def query(self, database, text):
        """The rows of a query, as lines."""
        done = subprocess.run(
            ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d",
             self.address.replace("/postgres?", f"/{database}?"), "-c", text],
            capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise NotAsExpected(f"psql: {done.stderr}")
        return done.stdout.splitlines()

    def restart(self):
        """Stops it at once, as a failing machine would, and starts it again."""
        self.say("restart")

    def stop(self):
        if os.path.isdir(self.folder):
            subprocess.run([PROJECT / "script" / "postgres", "stop", self.folder], capture_output=True)


class Partnership:
    """A database with the shipped rules and a few workers of one agency: a file under a folder, or one on a server."""

    def __init__(self, folder, workers=4, server=None):
        self.folder = pathlib.Path(folder)
        os.chmod(self.folder, 0o700)
        self.server = server
        self.database = server.create("test") if server else self.folder / "test.sqlite"
        self.environment = dict(
            os.environ, THROUGHCARE_DATABASE=str(self.database), THROUGHCARE_KEYS=str(self.folder / "test.keys"),
            SWIFT_BACKTRACE="enable=no")
        self.run("scheme", "publish", str(PROJECT / "Schemes" / "nottingham"))
        self.run("agency", "add", "cjit", "--title", "Example drugs team", "--kind", "treatment")
        self.workers = [
            json.loads(self.run(
                "worker", "add", f"worker{number}", "--name", f"Worker Example {number}", "--role",
                "drugs-worker@cjit", "--json"))
            for number in range(workers)
        ]

    def column(self, query):
        """The first column of a query's rows, as texts without line breaks."""
        if self.server:
            return self.server.query("test", query)
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return [str(row[0]) for row in connection.execute(query)]
        finally:
            connection.close()

    def change(self, statement):
        """Changes the database behind the server's back."""
        if self.server:
            self.server.query("test", statement)
        else:
            with sqlite3.connect(self.database) as connection:
                connection.execute(statement)

    def run(self, *arguments, check=True):
        """Runs the command and gives what it printed."""
        done = subprocess.run(
            [COMMAND, *arguments], env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if check and done.returncode != 0:
            raise NotAsExpected(f"throughcare {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


class Server:
    """The server as a process of ours, which does not outlive us."""

    def __init__(self, partnership, port=0):
        self.process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port)], env=partnership.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        atexit.register(self.end)
        self.port = None

    def end(self):
        if self.process.poll() is None:
            self.kill()

    def wait_until_ready(self):
        """Returns the port; None when the process ended first."""
        for line in self.process.stderr:
            found = re.search(r"Throughcare is at http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return self.port
        return None

    def kill(self):
        """Ends the process as a power switch would, as far as a process can be: nothing of it runs any more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Asks it to stop and gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


class Browser:
    """One worker at a browser."""

    def __init__(self, worker, address="127.0.0.1"):
        self.worker = worker
        # The machine it stands at: one may hold only so many connections.
        self.address = address
        self.port = None
        self.cookies = {}
        self.csrf = None
        self.connection = None
        self.used_at = 0

    def connect(self, port):
        self.port = port
        self.close()

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def request(self, method, path, fields=None):
        """Status, address to go on to, and page. Raises OSError or HTTPException when the server is gone."""
        # The server ends a connection that rests for ten seconds, and may do so just as a request is sent.
        if self.connection is not None and time.monotonic() - self.used_at > 5:
            self.close()
        self.used_at = time.monotonic()
        if self.connection is None:
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=40, source_address=(self.address, 0))
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            page = response.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.split(";")[0].partition("=")
                self.cookies[cookie] = content
        if response.getheader("Connection", "").lower() == "close":
            self.close()
        return response.status, response.getheader("Location"), page

    def sign_in(self):
        status, location, page = self.request("POST", "/sign-in", {
            "name": self.worker["name"], "password": self.worker["password"], "code": code(self.worker["secret"])})
        if status != 303:
            raise NotAsExpected(f"sign-in answered {status}: {told(page)}")
        if location == "/choose-role":
            raise NotAsExpected("a worker with one role was asked to choose")

    def hidden(self, page):
        """The hidden values of the page's forms, the last of each name."""
        found = {}
        for box in re.findall(r"<input\b[^>]*type=\"hidden\"[^>]*>", page):
            name, value = re.search(r'name="([^"]*)"', box), re.search(r'value="([^"]*)"', box)
            if name and value:
                found[name.group(1)] = html.unescape(value.group(1))
        return found

    def make_person(self, family, given):
        """Makes a record for somebody new, and says that nobody shown is the same. Gives the reference."""
        tokens = self.hidden(self.expect(200, "GET", "/people"))
        fields = {**tokens, "once": once(), "answered": "yes", "seen": "", "a-family-name": family, "a-given-name": given}
        status, location, page = self.request("POST", "/people/new", fields)
        if status == 409:
            status, location, page = self.request("POST", "/people/new", {**fields, **self.hidden(page)})
        if status != 303:
            raise NotAsExpected(f"making a record answered {status}: {told(page)}")
        return location.rsplit("/", 1)[-1]

    def open_form(self, person, record="core/note"):
        """Opens a record's form, for the token every form of this session carries."""
        status, _, page = self.request("GET", f"/people/{person}/record/{record}")
        if status == 503:
            raise Unserved()
        if status != 200:
            raise NotAsExpected(f"the form answered {status}: {told(page)}")
        self.csrf = self.hidden(page)["csrf"]

    def note(self, person, text, once):
        """Sends a note. Gives the status; the same `once` may be sent again and writes nothing more."""
        status, _, page = self.request("POST", f"/people/{person}/record/core/note", {
            "csrf": self.csrf, "once": once, "a-text": text})
        if status == 303:
            return status
        # 409: others wrote to the record at the same moment, and nothing was recorded.
        if status in (409, 429, 503):
            return status
        raise NotAsExpected(f"a note answered {status}: {told(page)}")

    def expect(self, wanted, method, path, fields=None):
        status, _, page = self.request(method, path, fields)
        if status != wanted:
            raise NotAsExpected(f"{method} {path} answered {status}: {told(page)}")
        return page


def told(page):
    """What a page says, in one line."""
    main = re.search(r"<main.*?</main>", page, re.S)
    text = re.sub(r"<[^>]+>", " ", main.group(0) if main else page)
    return " ".join(html.unescape(text).split())[:400]


def once():
    """The key of a form: 43 characters, as the server makes them."""
    return secrets.token_urlsafe(32)


def scratch_folder():
    return tempfile.TemporaryDirectory(prefix="throughcare-durability-")
