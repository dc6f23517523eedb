"""Who is signed in, looked up in the database at each request; and the token that shows a form was ours."""

import base64
import binascii
import datetime
import hashlib
import hmac
import os
import time

import rules
import words

COOKIE = "__Host-session"
KEY = os.environ.get("PEER_SECRET", "").encode() or os.urandom(32)


def signed_in(cookie, connection):
    """None when the cookie opens nothing, the session is over, or the role is no longer held."""
    try:
        token = hashlib.sha256(base64.urlsafe_b64decode((cookie or "") + "=")).digest()
    except (binascii.Error, ValueError):
        return None
    now, today = int(time.time() * 1_000), datetime.datetime.now(words.LONDON).date().isoformat()
    found = connection.first(
        """
        SELECT s.worker, w.name, s.agency, a.title, s.role, coalesce(p.value, ''), s.reference, s.seen_at
        FROM sessions s JOIN workers w ON w.id = s.worker JOIN agencies a ON a.id = s.agency
            JOIN worker_roles r ON r.worker = s.worker AND r.agency = s.agency AND r.role = s.role
            LEFT JOIN settings p ON p.name = 'purpose/' || s.role
        WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.seen_at > ? AND s.created_at > ?
            AND coalesce(w.leaves_on, ?) >= ? AND coalesce(r.from_on, ?) <= ? AND coalesce(r.until_on, ?) >= ?
        """,
        (token, now - rules.IDLE_MINUTES * 60_000, now - rules.LONGEST_MINUTES * 60_000, *([today] * 6)))
    if found is None:
        return None
    worker, name, agency, title, role, purpose, reference, seen_at = found
    if now - seen_at > 60_000:
        with connection.writing():
            connection.run("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", (now, token))
    return rules.Viewer(
        worker=worker, name=name, agency=agency, agency_title=title, role=role,
        purpose=purpose or rules.PURPOSES.get(role, ""), session=reference, token_hash=token)


def form_token(viewer):
    return base64.urlsafe_b64encode(hmac.digest(KEY, viewer.token_hash, "sha256")).decode().rstrip("=")


def is_ours(token, viewer):
    return hmac.compare_digest(token, form_token(viewer))
