"""The rules as a filter of a queryset: for people not known yet, and for those whom a page has found."""

import datetime
import functools

from django.db.models import Exists, OuterRef, Q

import rules
import words
from django_peer.models import Bar, Consent, Enrolment, Subject


def sight(viewer, subjects):
    """What is left to the viewer of these people."""
    subjects = list(
        Subject.objects.filter(
            ~Exists(Bar.objects.filter(subject_id=OuterRef("id"), worker=viewer.worker)), id__in=subjects, is_sealed=0)
        .values_list("id", flat=True))
    enrolments = list(
        Enrolment.objects.filter(subject_id__in=subjects, ended_at__isnull=True)
        .values_list("subject_id", "programme", "agency"))
    consented = []
    if rules.needs_consent(viewer):
        today = datetime.datetime.now(words.LONDON).date()
        consented = list(
            consents(viewer, today).filter(subject_id__in=subjects).values_list("subject_id", "category"))
    return rules.Sight(viewer, subjects, enrolments, consented)


def rows(sight, subject="subject_id", category="category", owner="owner", kind="type"):
    """True of the rows of the page's people that are left to the viewer."""
    shown = Q(pk__in=[])
    for part in sight.parts:
        one = Q(**{f"{owner}__in": part.owners, f"{category}__in": part.categories})
        if part.types:
            one &= Q(**{f"{kind}__in": part.types})
        if part.subjects is not None:
            one &= Q(**{f"{subject}__in": part.subjects})
        shown |= one
    return shown


def consents(viewer, today):
    """Those that count today for this viewer."""
    end = datetime.datetime.combine(today, datetime.time.max, words.LONDON).timestamp() * 1_000
    return Consent.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today.isoformat()), recipient=viewer.agency, purpose=viewer.purpose,
        withdrawn_at__isnull=True, from_at__lte=int(end))


def visible(viewer, subject="subject_id", category="category", owner="owner", kind="type"):
    """True of the rows that the viewer may see, in a queryset whose columns are so named."""
    return _visible(viewer, datetime.datetime.now(words.LONDON).date(), subject, category, owner, kind)


@functools.lru_cache(maxsize=4096)
def _visible(viewer, today, subject, category, owner, kind):
    shown = Q(pk__in=[])
    for grant in rules.GRANTS.get(viewer.role, ()):
        part = Q(**{f"{owner}__in": grant.owners, f"{category}__in": grant.categories})
        if grant.types:
            part &= Q(**{f"{kind}__in": grant.types})
        open_ones = Enrolment.objects.filter(subject_id=OuterRef(subject), ended_at__isnull=True)
        if grant.enrolled:
            part &= Q(Exists(open_ones.filter(programme__in=grant.enrolled)))
        if grant.enrolled_here:
            part &= Q(Exists(open_ones.filter(programme__in=grant.enrolled_here, agency=viewer.agency)))
        if grant.needs_consent:
            part &= Q(Exists(consents(viewer, today).filter(
                subject_id=OuterRef(subject), category=OuterRef(category))))
        shown |= part
    return (shown & ~Q(Exists(Bar.objects.filter(subject_id=OuterRef(subject), worker=viewer.worker)))
            & Q(Exists(Subject.objects.filter(id=OuterRef(subject), is_sealed=0))))
