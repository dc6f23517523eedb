"""A partnership with several agencies at work on one or two servers, for checks of what many do at the same moment."""

import contextlib
import datetime
import http.client
import itertools
import json
import pathlib
import re
import tempfile
import threading
import time
import zoneinfo

from prepared import NotAsExpected, Partnership, PostgresServer

from partnership import Browser, Server, once, told

LONDON = zoneinfo.ZoneInfo("Europe/London")


class Offices:
    """Drugs workers, prescribers and administrators, each signed in, spread over the servers there are."""

    def __init__(self, folder, server=None, workers=6, prescribers=None, administrators=2, officers=0):
        self.servers = []
        self.partnership = Partnership(folder, workers=workers, server=server)
        run = self.partnership.run
        run("agency", "add", "rat", "--title", "Example prescribing team", "--kind", "prescribing")
        run("agency", "add", "nottinghamshire-police", "--title", "Example police", "--kind", "police")
        self.partnership.change(
            "INSERT INTO venues (id, agency, title, address) VALUES ('office', 'cjit', 'Example office', '1 Example Walk')")
        self.accounts = {
            "drugs-worker": self.partnership.workers,
            "prescribing-worker": [self.account(f"prescriber{number}", "prescribing-worker@rat")
                                   for number in range(workers if prescribers is None else prescribers)],
            "custody-officer": [self.account(f"officer{number}", "custody-officer@nottinghamshire-police")
                                for number in range(officers)],
            "administrator": [self.account(f"administrator{number}", "administrator@cjit") for number in range(administrators)],
        }
        self.addresses = (f"127.0.{3 + number // 250}.{1 + number % 250}" for number in itertools.count())
        self.servers = [Server(self.partnership) for _ in range(2 if server else 1)]
        self.ports = [server.wait_until_ready() for server in self.servers]
        if None in self.ports:
            raise NotAsExpected("a server did not start")
        self.browsers = {role: [self.desk(account, number) for number, account in enumerate(accounts)]
                         for role, accounts in self.accounts.items()}

    def account(self, name, role):
        return json.loads(self.partnership.run(
            "worker", "add", name, "--name", f"Example {name}", "--role", role, "--json"))

    def desk(self, account, number):
        browser = Browser(account, next(self.addresses))
        browser.connect(self.ports[number % len(self.ports)])
        browser.sign_in()
        page = browser.request("GET", "/password")[2]
        browser.csrf = browser.hidden(page)["csrf"]
        return browser

    @property
    def drugs_workers(self):
        return self.browsers["drugs-worker"]

    @property
    def prescribers(self):
        return self.browsers["prescribing-worker"]

    @property
    def officers(self):
        return self.browsers["custody-officer"]

    @property
    def administrators(self):
        return self.browsers["administrator"]

    def record(self, browser, person, record, **answers):
        """Records one thing, and gives the event's reference."""
        return self.correct(browser, f"/people/{person}/record/{record}", record, **answers)

    def correct(self, browser, path, what, **answers):
        status, location, page = post(browser, path, once(), **answers)
        if marks(page):
            status, location, page = post(browser, path, once(), warning_read=marks(page)[0], **answers)
        if status != 303:
            raise NotAsExpected(f"{what} answered {status}: {told(page)}")
        return re.search(r"/events/([^/]+)/receipt", location).group(1)

    def add_times(self, browser, room):
        """Adds two weeks of times that can be booked, from the day after tomorrow."""
        day = soon(60 * 24 * 2).astimezone(LONDON)
        status, _, page = browser.request("POST", "/diary/times", [
            ("csrf", browser.csrf), ("once", once()), ("purpose", "voluntary"), ("venue", "office"), ("room", room),
            *[("weekdays", str(weekday)) for weekday in range(1, 8)],
            ("times", ", ".join(f"{hour:02}:{minute:02}" for hour in range(8, 18) for minute in (0, 20, 40))),
            ("minutes", "15"), ("from-day", str(day.day)), ("from-month", str(day.month)), ("from-year", str(day.year)),
            ("weeks", "2")])
        if status != 303:
            raise NotAsExpected(f"adding times answered {status}: {told(page)}")

    def raise_alerts(self, count):
        """Has people whom nobody leads, once each has reached those who are to find a lead."""
        browser = self.drugs_workers[0]
        for number in range(count):
            person = browser.make_person("Example", f"Alert {number}")
            self.record(browser, person, "core/taken-on", a_worker=browser.worker["worker"], a_came_by="voluntary-other")
            self.record(browser, person, "core/hand-over-given", a_leaving="now")
        self.partnership.change("UPDATE waiting_work SET due_at = 0 WHERE kind = 'escalations'")
        query = ("SELECT opened_by || ' ' || programme || ' ' || clock || ' ' || number || ' ' || subject FROM escalations"
                 " WHERE role = 'drugs-worker' ORDER BY subject")
        limit = time.monotonic() + 60
        while len(rows := self.partnership.column(query)) < count:
            if time.monotonic() > limit:
                raise NotAsExpected("an alert reached nobody")
            time.sleep(0.2)
        self.alerts = rows

    def count(self, query):
        return int(self.partnership.column(query)[0])

    def stop(self):
        for server in self.servers:
            if server.process.poll() is None and server.stop() != 0:
                raise NotAsExpected("a server did not stop as asked")


@contextlib.contextmanager
def offices(postgres=False, **options):
    """Such a partnership for as long as a check lasts."""
    with tempfile.TemporaryDirectory(prefix="throughcare-offices-") as folder, \
            tempfile.TemporaryDirectory(prefix="throughcare-offices-") as kept:
        pathlib.Path(kept).chmod(0o755)
        made, server = None, PostgresServer(kept) if postgres else None
        try:
            made = Offices(folder, server, **options)
            yield made
        finally:
            for one in made.servers if made else []:
                one.end()
            if server:
                server.stop()


def post(browser, path, key, **fields):
    """Sends a form of this session."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return browser.request("POST", path, {"csrf": browser.csrf, "once": key, **named})


def marks(page):
    """What a page that shows what others will see sends back, to say that it was looked at."""
    return re.findall(r'name="warning-read" value="(sight/[^"]*)"', page or "")


def post_parts(browser, path, key, **fields):
    """Sends a form of this session that may carry a file. On a connection of its own."""
    border = "example-border"
    named = {"csrf": browser.csrf, "once": key, **{name.replace("_", "-"): value for name, value in fields.items()}}
    body = "".join(f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                   for name, value in named.items()) + f"--{border}--\r\n"
    connection = http.client.HTTPConnection("127.0.0.1", browser.port, timeout=40)
    try:
        connection.request("POST", path, body.encode(), {
            "Content-Type": f"multipart/form-data; boundary={border}", "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items())})
        response = connection.getresponse()
        return response.status, response.getheader("Location"), response.read().decode()
    finally:
        connection.close()


def at_once(acts):
    """Does them all at the same moment. Gives what each gave, or the error that it ended with."""
    gate, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def do(number):
        gate.wait(60)
        try:
            answers[number] = acts[number]()
        except Exception as fault:
            answers[number] = fault

    threads = [threading.Thread(target=do, args=(number,), daemon=True) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return answers


def boxes(name, instant):
    """The boxes of a date and time as London's clocks show it."""
    local = instant.astimezone(LONDON)
    return {f"{name}-day": str(local.day), f"{name}-month": str(local.month), f"{name}-year": str(local.year),
            f"{name}-time": local.strftime("%H:%M")}


def clock(instant=None, file=None):
    """The environment of a program whose clock stands still at an instant, or goes as a file says, whatever the machine's
    does. What counts how long things take is left alone."""
    library = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
    if library is None:
        raise NotAsExpected("install the Debian package faketime (script/install --tests does)")
    says = {"FAKETIME": str(int(instant)), "FAKETIME_FMT": "%s"} if instant else {
        "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1"}
    # A Swift program finds its arguments beside its environment, which the library would move in order to add this to it.
    shared = "/faketime_sem_0 /faketime_shm_0"
    return {"LD_PRELOAD": str(library), "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_SHARED": shared, **says}


def tidy(process):
    """Removes what the library leaves in memory when a program under it is killed."""
    for name in (f"faketime_shm_{process.pid}", f"sem.faketime_sem_{process.pid}"):
        pathlib.Path("/dev/shm", name).unlink(missing_ok=True)


def soon(minutes):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
