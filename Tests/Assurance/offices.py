"""A partnership with several agencies at work on one or two servers, for checks of what many do at the same moment."""

import contextlib
import datetime
import json
import pathlib
import re
import tempfile
import threading
import zoneinfo

from prepared import NotAsExpected, Partnership, PostgresServer

from partnership import Browser, Server, once, told

LONDON = zoneinfo.ZoneInfo("Europe/London")


class Offices:
    """Drugs workers, prescribers and administrators, each signed in, spread over the servers there are."""

    def __init__(self, folder, kept, postgres=False, workers=6, prescribers=None, administrators=2):
        self.partnership = Partnership(folder, workers=workers, server=PostgresServer(kept) if postgres else None)
        run = self.partnership.run
        run("agency", "add", "rat", "--title", "Example prescribing team", "--kind", "prescribing")
        self.partnership.change(
            "INSERT INTO venues (id, agency, title, address) VALUES ('office', 'cjit', 'Example office', '1 Example Walk')")
        self.accounts = {
            "drugs-worker": self.partnership.workers,
            "prescribing-worker": [self.account(f"prescriber{number}", "prescribing-worker@rat")
                                   for number in range(workers if prescribers is None else prescribers)],
            "administrator": [self.account(f"administrator{number}", "administrator@cjit") for number in range(administrators)],
        }
        self.servers = [Server(self.partnership) for _ in range(2 if postgres else 1)]
        self.ports = [server.wait_until_ready() for server in self.servers]
        if None in self.ports:
            raise NotAsExpected("a server did not start")
        self.browsers = {role: [self.desk(account, number) for number, account in enumerate(accounts)]
                         for role, accounts in self.accounts.items()}

    def account(self, name, role):
        return json.loads(self.partnership.run(
            "worker", "add", name, "--name", f"Example {name}", "--role", role, "--json"))

    def desk(self, account, number):
        browser = Browser(account)
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
    def administrators(self):
        return self.browsers["administrator"]

    def record(self, browser, person, record, **answers):
        """Records one thing, and gives the event's reference."""
        return self.correct(browser, f"/people/{person}/record/{record}", record, **answers)

    def correct(self, browser, path, what, **answers):
        status, location, page = post(browser, path, once(), **answers)
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

    def count(self, query):
        return int(self.partnership.column(query)[0])

    def stop(self):
        for server in self.servers:
            if server.process.poll() is None and server.stop() != 0:
                raise NotAsExpected("a server did not stop as asked")


@contextlib.contextmanager
def offices(**options):
    """Such a partnership for as long as a check lasts."""
    with tempfile.TemporaryDirectory(prefix="throughcare-offices-") as folder, \
            tempfile.TemporaryDirectory(prefix="throughcare-offices-") as kept:
        pathlib.Path(kept).chmod(0o755)
        made = Offices(folder, kept, **options)
        try:
            yield made
        finally:
            for server in made.servers:
                server.end()
            if made.partnership.server:
                made.partnership.server.stop()


def post(browser, path, key, **fields):
    """Sends a form of this session."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return browser.request("POST", path, {"csrf": browser.csrf, "once": key, **named})


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
