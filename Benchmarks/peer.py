"""The peers as processes of ours, with what `Server` has: the same pages in Django and in FastAPI."""

import http.client
import os
import pathlib
import secrets
import subprocess
import time

from server import Server
from visitor import ask, token_of

FOLDER = pathlib.Path(__file__).resolve().parent / "peers"


class Peer(Server):
    """A peer of one kind on one database."""

    def __init__(self, words, ready, database):
        environment = dict(
            os.environ, PEER_DATABASE=str(database), PEER_SECRET=secrets.token_urlsafe(48), PYTHONPATH=str(FOLDER),
            PYTHONDONTWRITEBYTECODE="1")
        begun = time.monotonic()
        self._start(words, ready, environment)
        self._wait()
        self.start_seconds = time.monotonic() - begun

    def _wait(self):
        """Until it answers: the workers come after the line that says where they listen."""
        begun = time.monotonic()
        while time.monotonic() - begun < 60:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                connection.request("GET", "/health")
                if connection.getresponse().status == 200:
                    return
            except (ConnectionError, http.client.HTTPException):
                pass
            finally:
                connection.close()
            time.sleep(0.02)
        raise RuntimeError("the peer does not answer")


class Django(Peer):
    """Django behind gunicorn with four sync workers."""

    name, title, csrf_field = "django", "Django", "csrfmiddlewaretoken"

    def __init__(self, tools, database):
        super().__init__(
            [f"{tools}/gunicorn", "--workers", "4", "--bind", "127.0.0.1:0", "--access-logfile", "-",
             "django_peer.wsgi"],
            r"Listening at: http://127\.0\.0\.1:(\d+)", database)


class FastAPI(Peer):
    """FastAPI behind uvicorn with two workers."""

    name, title, csrf_field = "fastapi", "FastAPI", "csrf"

    def __init__(self, tools, database):
        super().__init__(
            [f"{tools}/uvicorn", "--workers", "2", "--port", "0", "--loop", "uvloop", "--http", "httptools",
             "fastapi_peer.app:app"],
            r"Uvicorn running on http://127\.0\.0\.1:(\d+)", database)


class PeerVisitor:
    """Somebody who is signed in at ours, and by the same row of the database at a peer."""

    def __init__(self, visitor, peer, path):
        self.port = peer.port
        self.csrf_field = peer.csrf_field
        self.cookie = visitor.cookie
        status, headers, page = self.ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path} of {peer.title} answered {status}: {page[:2_000]}")
        for name, value in headers:
            if name.lower() == "set-cookie":
                self.cookie += ";" + value.split(";")[0]
        self.csrf = token_of(page, peer.csrf_field)

    def ask(self, method, path, fields=None):
        return ask(self.port, method, path, fields, {"Cookie": self.cookie})

    def page(self, path, fields=None):
        """A page that must be there."""
        status, _, page = self.ask("GET" if fields is None else "POST", path, fields)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}: {page[:2_000]}")
        return page


def tools():
    """The folder of the peers' commands, made where it is not there."""
    made = subprocess.run([str(FOLDER.parents[1] / "script" / "peers-venv")], stdout=subprocess.PIPE, text=True,
                          check=True)
    return made.stdout.strip() + "/bin"
