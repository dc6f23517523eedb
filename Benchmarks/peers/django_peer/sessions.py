"""Who is signed in, looked up in the database at each request."""

import base64
import binascii
import datetime
import hashlib
import time

from django.db.models import Q
from django.http import HttpResponseRedirect

import rules
import words
from django_peer.models import Session, Setting, WorkerRole

COOKIE = "__Host-session"


class SessionMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/health":
            return self.get_response(request)
        request.viewer = signed_in(request.COOKIES.get(COOKIE, ""), int(time.time() * 1_000))
        if request.viewer is None:
            return HttpResponseRedirect("/sign-in")
        return self.get_response(request)


def signed_in(cookie, now):
    """None when the cookie opens nothing, the session is over, or the role is no longer held."""
    try:
        token = hashlib.sha256(base64.urlsafe_b64decode(cookie + "=")).digest()
    except (binascii.Error, ValueError):
        return None
    session = Session.objects.select_related("worker", "agency").filter(
        token_hash=token, ended_at__isnull=True, seen_at__gt=now - rules.IDLE_MINUTES * 60_000,
        created_at__gt=now - rules.LONGEST_MINUTES * 60_000).first()
    today = datetime.datetime.now(words.LONDON).date().isoformat()
    if session is None or (session.worker.leaves_on or today) < today:
        return None
    is_held = WorkerRole.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=today), Q(until_on__isnull=True) | Q(until_on__gte=today),
        worker_id=session.worker_id, agency_id=session.agency_id, role=session.role).exists()
    if not is_held:
        return None
    if now - session.seen_at > 60_000:
        Session.objects.filter(token_hash=token).update(seen_at=now)
    purpose = Setting.objects.filter(name=f"purpose/{session.role}").values_list("value", flat=True).first()
    return rules.Viewer(
        worker=session.worker_id, name=session.worker.name, agency=session.agency_id,
        agency_title=session.agency.title, role=session.role, purpose=purpose or rules.PURPOSES.get(session.role, ""),
        session=session.reference, token_hash=token)
