"""The peer's settings: what a deployment of Django would set, and the database from the environment."""

import os
import pathlib
import secrets
import urllib.parse

DEBUG = False
SECRET_KEY = os.environ.get("PEER_SECRET") or secrets.token_urlsafe(48)
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "django_peer.urls"
INSTALLED_APPS = ["django_peer"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_peer.sessions.SessionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# The templates are loaded once and kept, which is the default without DEBUG.
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [pathlib.Path(__file__).resolve().parents[1] / "templates"],
    "OPTIONS": {"context_processors": []},
}]
USE_TZ = True
USE_I18N = False
CSRF_COOKIE_NAME = "csrftoken"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(address):
    if not address.startswith("postgres"):
        return {
            "ENGINE": "django.db.backends.sqlite3", "NAME": address,
            "OPTIONS": {
                "timeout": 20, "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536",
            },
        }
    parts = urllib.parse.urlsplit(address)
    asked = dict(urllib.parse.parse_qsl(parts.query))
    return {"ENGINE": "django.db.backends.postgresql", "NAME": parts.path.lstrip("/"), "HOST": asked["host"],
            "USER": asked["user"], "PORT": asked.get("port", "")}


# A connection is kept for as long as its worker lives.
DATABASES = {"default": {**database(os.environ["PEER_DATABASE"]), "CONN_MAX_AGE": None}}
