"""Workers who go on recording whatever happens to the server, and what must then be in the database."""

import http.client
import threading
import time

from partnership import NotAsExpected, Unserved, once


class Client(threading.Thread):
    """A worker who records notes about one person, and repeats what was not answered until it is."""

    def __init__(self, browser, person, number, ports=()):
        super().__init__(daemon=True)
        self.browser, self.person, self.number = browser, person, number
        # Where else the same service is, for when it does not answer here.
        self.ports = list(ports)
        self.server_up = threading.Event()
        self.idle = threading.Event()
        self.done = False
        self.is_finishing = False
        self.acknowledged = []
        self.unanswered = None
        self.repeated = 0
        self.refused = 0
        self.failure = None
        # When each was acknowledged, for how long nobody was served.
        self.moments = []

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
        except (OSError, http.client.HTTPException, Unserved):
            self.repeated += 1
            if self.ports:
                self.ports = self.ports[1:] + self.ports[:1]
                self.browser.connect(self.ports[0])
            time.sleep(0.01)
            return
        if status == 303:
            self.acknowledged.append(text)
            self.moments.append(time.monotonic())
            self.unanswered = None
        else:
            self.refused += 1
            time.sleep(0.05)


# What somebody could do behind the server's back, which the check must find, or it would be worth nothing.
SPOILING = {
    "lost": ["DELETE FROM event_sections WHERE answers LIKE '%marker-0-0-end%'"],
    "twice": [
        "INSERT INTO events (id, salt, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency) "
        "SELECT 'TWICE', salt, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency FROM events "
        "WHERE id IN (SELECT event_id FROM event_sections WHERE answers LIKE '%marker-0-0-end%')",
        "INSERT INTO event_sections (event_id, section, answers) SELECT 'TWICE', section, answers FROM event_sections "
        "WHERE answers LIKE '%marker-0-0-end%'",
    ],
}


def spoil(partnership, how):
    guard = ("ALTER TABLE event_sections DISABLE TRIGGER USER" if partnership.server
             else "DROP TRIGGER sections_erased_by_register")
    for statement in [guard, *SPOILING[how]]:
        partnership.change(statement)


def check(partnership, clients):
    """Holds the database against what was acknowledged. Gives how many notes there are."""
    answers = partnership.column("SELECT answers FROM event_sections")
    halves = int(partnership.column(
        "SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM event_sections s WHERE s.event_id = e.id)")[0])
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
