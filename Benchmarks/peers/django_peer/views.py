"""The pages. Each look is on disk before its page leaves."""

import functools
import json
import secrets
import time

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, When
from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

import pages
import rules
from django_peer.access import rows, sight, visible
from django_peer.models import (
    Appointment, Audit, Deadline, Enrolment, EnrolmentFlag, EnrolmentValue, Event, EventSection, PersonBirth,
    PersonName, RecordPart, SchemeVersion, Standing, Subject, WriteKey)


def health(request):
    return HttpResponse("ready")


@require_GET
def cells(request):
    viewer, now = request.viewer, milliseconds()
    found = list(
        Enrolment.objects.filter(visible(viewer), programme="nottingham/detention", ended_at__isnull=True)
        .order_by("-opened_at")
        .values_list("opened_by", "subject_id", "opened_at", "stage", "stage_title", "position_category", "owner",
                     "type")[:3_001])
    opened, subjects = [row[0] for row in found], list({row[1] for row in found})
    seen = sight(viewer, subjects)
    enrolments = [
        (opened_by, subject, opened_at, stage, stage_title, seen.allows(subject, category, owner, kind))
        for opened_by, subject, opened_at, stage, stage_title, category, owner, kind in found]
    values = (
        EnrolmentValue.objects.filter(
            rows(seen), opened_by__in=opened, programme="nottingham/detention",
            value__in=("cell", "offence", "result", "seen", "withdrawal"))
        .values_list("opened_by", "value", "answer"))
    flags = (
        EnrolmentFlag.objects.filter(rows(seen), opened_by__in=opened, programme="nottingham/detention")
        .values_list("opened_by", "title"))
    deadlines = (
        Deadline.objects.filter(
            rows(seen), Exists(Enrolment.objects.filter(
                opened_by=OuterRef("opened_by"), programme=OuterRef("programme"), ended_at__isnull=True)),
            subject__in=subjects, is_outstanding=1)
        .values_list("subject_id", "title", "state", "due_text", "due_at", "warns_at", "because"))
    required = (
        Enrolment.objects.filter(
            rows(seen), subject__in=subjects, programme="nottingham/required-assessment", ended_at__isnull=True)
        .values_list("subject_id", "stage"))
    shown = pages.cells(now, enrolments, values, flags, deadlines, required, *heads(seen))
    keep_look(viewer, "board", subjects, now)
    return page(request, "cells.html", shown)


@require_GET
def person(request, subject):
    viewer, now = request.viewer, milliseconds()
    seen = sight(viewer, [subject])
    sections = EventSection.objects.filter(
        rows(seen, category="section", subject="event__subject_id", owner="event__agency_id", kind="event__type"))
    events = Event.objects.filter(
        ~Exists(Event.objects.filter(supersedes_id=OuterRef("id"))), ~Q(act="withdraw"),
        Exists(sections.filter(event_id=OuterRef("id"))), subject_id=subject)
    timeline = list(
        events.select_related("by", "agency").order_by("-occurred_at", "-id")
        .prefetch_related(Prefetch("sections", sections.order_by("section")))
        .only("id", "type", "occurred_at", "by__name", "agency__title")[:50])
    if not timeline:
        raise Http404
    found = list(
        Enrolment.objects.filter(rows(seen), subject_id=subject, ended_at__isnull=True).order_by("-opened_at")
        .values_list("opened_by", "programme", "title", "lead_worker__name", "lead_worker__phone", "lead_category",
                     "agency", "lead_type"))
    enrolments = [
        (opened_by, programme, title, lead if seen.allows(subject, *guard) else None, phone)
        for opened_by, programme, title, lead, phone, *guard in found]
    opened = [row[0] for row in enrolments]
    parts_of = lambda model: model.objects.filter(rows(seen), opened_by__in=opened)
    details = (
        sections.filter(
            ~Q(event__act="withdraw"), ~Exists(Event.objects.filter(supersedes_id=OuterRef("event_id"))),
            event__subject_id=subject, event__type__in=("core/person-details", "core/detention"))
        .order_by("-event__occurred_at", "-event_id").values_list("answers", flat=True)[:100])
    contact = (
        events.filter(type__in=("core/attendance", "core/contact", "core/drug-test"))
        .order_by("-occurred_at", "-id").values_list("occurred_at", "by__name", "agency__title").first())
    shown = pages.person(
        now, subject, *heads(seen), enrolments,
        parts_of(EnrolmentFlag).values_list("opened_by", "title"),
        parts_of(Deadline).order_by("due_at", "number").values_list("opened_by", "title", "in_a_row", "of_in_a_row"),
        details, contact,
        Appointment.objects.filter(rows(seen), subject_id=subject, starts_at__gte=now)
        .order_by("starts_at", "event_id").values_list("starts_at", "purpose", "venue__title"),
        list(RecordPart.objects.filter(subject_id=subject).values_list("category", "owner__title", "type")),
        [(event.id, event.type, event.occurred_at, event.by.name, event.agency.title,
          [section.answers for section in event.sections.all()]) for event in timeline])
    keep_look(viewer, "person", [subject], now)
    return page(request, "person.html", shown)


@require_POST
def search(request):
    viewer, now = request.viewer, milliseconds()
    typed, typed_given = request.POST.get("family", ""), request.POST.get("given", "")
    family, given, sound = pages.wanted(typed, typed_given)
    if not family or not given:
        return HttpResponseBadRequest("A family name and the beginning of a given name are needed.")
    begins = lambda field, prefix: Q(**{f"{field}__gte": prefix, f"{field}__lt": prefix + pages.LAST})
    named = (
        PersonName.objects.filter(
            begins("family_key", family) & begins("given_key", given)
            | Q(family_sound=sound) & begins("given_key", given)
            | Q(family_key=family) & begins("given_key", given[0])
            | begins("given_key", family) & begins("family_key", given), visible(viewer, owner="agency"))
        .values_list("subject_id", "family_key", "given_key")[:200])
    found = pages.rank(named, family, given)
    shown = pages.search(typed, typed_given, found, *heads(sight(viewer, found)))
    keep_look(viewer, "search", found, now)
    return page(request, "search.html", shown)


@require_POST
def record(request, subject):
    """Records a contact: event, answers, what is kept beside it and the look, in one transaction."""
    viewer, now = request.viewer, milliseconds()
    form = request.POST
    sections = pages.contact_sections(form.get("a-kind"), form.get("a-outcome"), form.get("a-note"))
    once = form.get("once", "")
    if sections is None or len(once) != 43:
        return HttpResponseBadRequest("The form is not filled in.")
    may_see = rows(sight(viewer, [subject]), category="section", subject="event__subject_id",
                   owner="event__agency_id", kind="event__type")
    if not EventSection.objects.filter(may_see, event__subject_id=subject).exists():
        raise Http404
    event = pages.new_reference()
    try:
        with transaction.atomic(durable=True):
            WriteKey.objects.create(worker=viewer.worker, name=once, body_digest="", result=event, at=now)
            Event.objects.create(
                id=event, salt=secrets.token_bytes(32), subject_id=subject, type="core/contact",
                version=scheme_version(), act="record", occurred_at=now, known_at=now, recorded_at=now, by_id=viewer.worker,
                agency_id=viewer.agency)
            EventSection.objects.bulk_create(
                [EventSection(event_id=event, section=section, answers=answers) for section, answers in sections])
            Subject.objects.filter(id=subject).update(edition=F("edition") + 1)
            Standing.objects.filter(subject_id=subject).update(as_of=now)
            EnrolmentValue.objects.filter(
                subject_id=subject, value="last-contact",
                opened_by__in=Enrolment.objects.filter(subject_id=subject, ended_at__isnull=True).values("opened_by"),
            ).update(answer=json.dumps({"kind": "instant", "value": pages.words.iso(now)}, separators=(",", ":")))
            keep_look(viewer, "record", [subject], now)
    except IntegrityError:
        event = WriteKey.objects.values_list("result", flat=True).get(worker=viewer.worker, name=once)
    response = HttpResponseRedirect(f"/people/{subject}/receipt/{event}")
    response.status_code = 303
    return response


@functools.cache
def scheme_version():
    """The version of the core scheme that is in force."""
    return SchemeVersion.objects.filter(scheme="core").order_by("-number").values_list("version", flat=True).first()


def heads(seen):
    """Names and births of people, the latest last."""
    names = (
        PersonName.objects.filter(rows(seen, owner="agency"), subject__in=seen.subjects)
        .order_by(Case(When(kind="legal", then=1), default=0), "occurred_at", "event_id", "-number")
        .values_list("subject_id", "given", "family", "known_as"))
    births = (
        PersonBirth.objects.filter(rows(seen, owner="agency"), subject__in=seen.subjects)
        .order_by("occurred_at", "event_id").values_list("subject_id", "born_on", "estimated_year"))
    return names, births


def keep_look(viewer, page, subjects, now):
    Audit.objects.create(
        at=now, page=page, worker=viewer.worker, agency=viewer.agency, role=viewer.role, purpose=viewer.purpose,
        session=viewer.session, subjects=json.dumps(subjects))


def page(request, template, shown):
    response = render(request, template, {
        **shown, "viewer": request.viewer, "role_title": rules.ROLE_TITLES[request.viewer.role],
        "csrf_field": "csrfmiddlewaretoken", "csrf": get_token(request)})
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'; form-action 'self'"
    return response


def milliseconds():
    return int(time.time() * 1_000)
