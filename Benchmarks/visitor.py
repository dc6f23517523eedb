"""Workers who sign in as a browser would."""

import base64
import hashlib
import hmac
import html
import http.client
import re
import struct
import time
import urllib.parse


def code(secret):
    """The six digits an authenticator app shows (RFC 6238)."""
    bare = secret.replace(" ", "")
    key = base64.b32decode(bare + "=" * (-len(bare) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time() // 30)), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000)


def ask(port, method, path, fields, headers):
    """Status, headers and page; `fields` are posted as a form."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    body = None
    if fields is not None:
        body = urllib.parse.urlencode(fields)
        headers = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    page = response.read().decode()
    connection.close()
    return response.status, response.getheaders(), page


class Visitor:
    """One worker who is signed in."""

    csrf_field = "csrf"

    def __init__(self, worker, number, port):
        self.port = port
        # Each comes from an address of its own: one address may not guess at so many accounts.
        self.address = f"10.0.{number // 250}.{number % 250 + 1}"
        status, headers, page = self.ask("POST", "/sign-in", {
            "name": worker["name"], "password": worker["password"], "code": code(worker["secret"])})
        cookies = [value.split(";")[0] for name, value in headers if name.lower() == "set-cookie"]
        sessions = [cookie for cookie in cookies if cookie.startswith("__Host-session=")]
        if status != 303 or not sessions:
            raise RuntimeError(f"{worker['name']} could not sign in: {status} {told(page)}")
        self.cookie = sessions[0]
        self.session = self.cookie.split("=", 1)[1]
        page = self.page("/people")
        self.csrf = token_of(page)

    def ask(self, method, path, fields=None, cookie=None):
        headers = {"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": self.address}
        if cookie:
            headers["Cookie"] = cookie
        return ask(self.port, method, path, fields, headers)

    def page(self, path, fields=None):
        """A page that must be there."""
        status, _, page = self.ask("GET" if fields is None else "POST", path, fields, self.cookie)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}: {told(page)}")
        return page


def sign_in(county, facts, port):
    """The officer, the worker whose caseload is nearest to sixty, and all drugs workers with a caseload."""
    workers = county.workers()
    leads = [worker for worker in workers if facts["caseloads"].get(worker["id"])]
    usual = min(leads, key=lambda worker: (abs(len(facts["caseloads"][worker["id"]]) - 60), worker["name"]))
    officer = next(worker for worker in workers if worker["role"] == "custody-officer")
    others = [worker for worker in leads if worker is not usual]
    visitors = {number: Visitor(worker, number, port) for number, worker in enumerate([officer, usual] + others)}
    return {"officer": visitors[0], "worker": visitors[1], "worker_id": usual["id"], "all": list(visitors.values()),
            "recorders": list(zip(others, list(visitors.values())[2:]))}


def token_of(page, field="csrf"):
    """The key of the forms of a page."""
    return html.unescape(re.search(rf'name="{field}" value="([^"]*)"', page).group(1))


def told(page):
    """What a page says, in one line."""
    main = re.search(r"<main.*?</main>", page, re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main.group(0) if main else page)).split())[:300]
