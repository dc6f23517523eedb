"""The pages. Each look is on disk before its page leaves. The functions are not async: each runs on a thread, as
FastAPI has it where a driver waits."""

import contextlib
import json
import pathlib
import secrets
import sqlite3
import time

import anyio.to_thread
import jinja2
import psycopg.errors
from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse

import pages
import rules
import words
from fastapi_peer import database
from fastapi_peer.access import rows, sight, visible
from fastapi_peer.database import marks
from fastapi_peer.sessions import COOKIE, form_token, is_ours, signed_in

HEADERS = {
    "Cache-Control": "no-store", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'",
}
templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(pathlib.Path(__file__).resolve().parents[1] / "templates"), autoescape=True,
    auto_reload=False)


@contextlib.asynccontextmanager
async def lifespan(app):
    anyio.to_thread.current_default_thread_limiter().total_tokens = database.THREADS
    database.open_pool()
    yield
    database.close_pool()


app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)


@app.get("/health")
def health():
    return PlainTextResponse("ready")


@app.get("/boards/nottingham/cells")
def cells(request: Request):
    with database.connection() as connection:
        viewer, now = signed_in(request.cookies.get(COOKIE), connection), milliseconds()
        if viewer is None:
            return RedirectResponse("/sign-in", 303)
        may_see, seeing = visible(viewer, "n")
        found = connection.all(
            f"""
            SELECT n.opened_by, n.subject, n.opened_at, n.stage, n.stage_title, n.position_category, n.owner, n.type
            FROM enrolments n WHERE n.programme = 'nottingham/detention' AND n.ended_at IS NULL AND {may_see}
            ORDER BY n.opened_at DESC LIMIT 3001
            """, seeing)
        opened, subjects = [row[0] for row in found] or [""], list({row[1] for row in found}) or [""]
        seen = sight(connection, viewer, subjects)
        enrolments = [(*row[:5], seen.allows(row[1], *row[5:])) for row in found]
        may_see, seeing = rows(seen, "v")
        values = connection.all(
            f"""
            SELECT v.opened_by, v.value, v.answer FROM enrolment_values v
            WHERE v.opened_by IN {marks(opened)} AND v.programme = 'nottingham/detention'
                AND v.value IN ('cell', 'offence', 'result', 'seen', 'withdrawal') AND {may_see}
            """, (*opened, *seeing))
        may_see, seeing = rows(seen, "f")
        flags = connection.all(
            f"""
            SELECT f.opened_by, f.title FROM enrolment_flags f
            WHERE f.opened_by IN {marks(opened)} AND f.programme = 'nottingham/detention' AND {may_see}
            """, (*opened, *seeing))
        may_see, seeing = rows(seen, "d")
        deadlines = connection.all(
            f"""
            SELECT d.subject, d.title, d.state, d.due_text, d.due_at, d.warns_at, d.because
            FROM deadlines d JOIN enrolments n ON n.opened_by = d.opened_by AND n.programme = d.programme
            WHERE d.subject IN {marks(subjects)} AND d.is_outstanding = 1 AND n.ended_at IS NULL AND {may_see}
            """, (*subjects, *seeing))
        may_see, seeing = rows(seen, "n")
        required = connection.all(
            f"""
            SELECT n.subject, n.stage FROM enrolments n
            WHERE n.subject IN {marks(subjects)} AND n.programme = 'nottingham/required-assessment'
                AND n.ended_at IS NULL AND {may_see}
            """, (*subjects, *seeing))
        shown = pages.cells(now, enrolments, values, flags, deadlines, required, *heads(connection, seen))
        keep_look(connection, viewer, "board", subjects, now)
        return page("cells.html", shown, viewer)


@app.get("/people/{subject}")
def person(request: Request, subject: str):
    with database.connection() as connection:
        viewer, now = signed_in(request.cookies.get(COOKIE), connection), milliseconds()
        if viewer is None:
            return RedirectResponse("/sign-in", 303)
        seen = sight(connection, viewer, [subject])
        may_see, seeing = rows(
            seen, "s", category="section", subject="e.subject", owner="e.agency", kind="e.type")
        in_force = "e.act <> 'withdraw' AND NOT EXISTS (SELECT 1 FROM events y WHERE y.supersedes = e.id)"
        told = connection.all(
            f"""
            SELECT e.id, e.type, e.occurred_at, w.name, a.title, s.answers
            FROM (SELECT e.id FROM events e WHERE e.subject = ? AND {in_force}
                    AND EXISTS (SELECT 1 FROM event_sections s WHERE s.event_id = e.id AND {may_see})
                ORDER BY e.occurred_at DESC, e.id DESC LIMIT 50) shown
                JOIN events e ON e.id = shown.id JOIN event_sections s ON s.event_id = e.id
                JOIN workers w ON w.id = e.by JOIN agencies a ON a.id = e.agency
            WHERE {may_see}
            ORDER BY e.occurred_at DESC, e.id DESC, s.section
            """, (subject, *seeing, *seeing))
        if not told:
            return PlainTextResponse("There is nobody here.", 404)
        timeline = {}
        for id, kind, occurred_at, worker, agency, answers in told:
            timeline.setdefault(id, (id, kind, occurred_at, worker, agency, []))[5].append(answers)
        of_enrolment, seeing_enrolment = rows(seen, "n")
        found = connection.all(
            f"""
            SELECT n.opened_by, n.programme, n.title, w.name, w.phone, n.lead_category, n.agency, n.lead_type
            FROM enrolments n LEFT JOIN workers w ON w.id = n.lead_worker
            WHERE n.subject = ? AND n.ended_at IS NULL AND {of_enrolment} ORDER BY n.opened_at DESC
            """, (subject, *seeing_enrolment))
        enrolments = [
            (*row[:3], row[3] if seen.allows(subject, *row[5:]) else None, row[4]) for row in found]
        opened = [row[0] for row in enrolments] or [""]
        of_flag, seeing_flag = rows(seen, "f")
        flags = connection.all(
            f"SELECT f.opened_by, f.title FROM enrolment_flags f WHERE f.opened_by IN {marks(opened)} AND {of_flag}",
            (*opened, *seeing_flag))
        of_deadline, seeing_deadline = rows(seen, "d")
        deadlines = connection.all(
            f"""
            SELECT d.opened_by, d.title, d.in_a_row, d.of_in_a_row FROM deadlines d
            WHERE d.opened_by IN {marks(opened)} AND {of_deadline} ORDER BY d.due_at, d.number
            """, (*opened, *seeing_deadline))
        details = connection.all(
            f"""
            SELECT s.answers FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = ? AND e.type IN ('core/person-details', 'core/detention') AND {in_force} AND {may_see}
            ORDER BY e.occurred_at DESC, e.id DESC LIMIT 100
            """, (subject, *seeing))
        contact = connection.first(
            f"""
            SELECT e.occurred_at, w.name, a.title
            FROM events e JOIN workers w ON w.id = e.by JOIN agencies a ON a.id = e.agency
            WHERE e.subject = ? AND e.type IN ('core/attendance', 'core/contact', 'core/drug-test') AND {in_force}
                AND EXISTS (SELECT 1 FROM event_sections s WHERE s.event_id = e.id AND {may_see})
            ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1
            """, (subject, *seeing))
        of_appointment, seeing_appointment = rows(seen, "t")
        appointments = connection.all(
            f"""
            SELECT t.starts_at, t.purpose, v.title FROM appointments t JOIN venues v ON v.id = t.venue
            WHERE t.subject = ? AND t.starts_at >= ? AND {of_appointment} ORDER BY t.starts_at, t.event_id
            """, (subject, now, *seeing_appointment))
        parts = connection.all(
            """
            SELECT p.category, a.title, p.type FROM record_parts p JOIN agencies a ON a.id = p.owner
            WHERE p.subject = ?
            """, (subject,))
        names, births = heads(connection, seen)
        shown = pages.person(
            now, subject, names, births, enrolments, flags, deadlines, [row[0] for row in details], contact,
            appointments, parts, list(timeline.values()))
        keep_look(connection, viewer, "person", [subject], now)
        return page("person.html", shown, viewer)


@app.post("/people")
def search(request: Request, csrf: str = Form(""), family: str = Form(""), given: str = Form("")):
    with database.connection() as connection:
        viewer, now = signed_in(request.cookies.get(COOKIE), connection), milliseconds()
        if viewer is None:
            return RedirectResponse("/sign-in", 303)
        if not is_ours(csrf, viewer):
            return PlainTextResponse("The form is not ours.", 403)
        family_key, given_key, sound = pages.wanted(family, given)
        if not family_key or not given_key:
            return PlainTextResponse("A family name and the beginning of a given name are needed.", 400)
        may_see, seeing = visible(viewer, "n", owner="agency")
        one, other, initial = ((prefix, prefix + pages.LAST) for prefix in (family_key, given_key, given_key[0]))
        named = connection.all(
            f"""
            SELECT n.subject, n.family_key, n.given_key FROM person_names n
            WHERE (n.family_key >= ? AND n.family_key < ? AND n.given_key >= ? AND n.given_key < ?
                OR n.family_sound = ? AND n.given_key >= ? AND n.given_key < ?
                OR n.family_key = ? AND n.given_key >= ? AND n.given_key < ?
                OR n.given_key >= ? AND n.given_key < ? AND n.family_key >= ? AND n.family_key < ?) AND {may_see}
            LIMIT 200
            """, (*one, *other, sound, *other, family_key, *initial, *one, *other, *seeing))
        found = pages.rank(named, family_key, given_key)
        shown = pages.search(family, given, found, *heads(connection, sight(connection, viewer, found)))
        keep_look(connection, viewer, "search", found, now)
        return page("search.html", shown, viewer)


@app.post("/people/{subject}/record/core/contact")
def record(
    request: Request, subject: str, csrf: str = Form(""), once: str = Form(""), kind: str = Form("", alias="a-kind"),
    outcome: str = Form("", alias="a-outcome"), note: str = Form("", alias="a-note"),
):
    """Records a contact: event, answers, what is kept beside it and the look, in one transaction."""
    with database.connection() as connection:
        viewer, now = signed_in(request.cookies.get(COOKIE), connection), milliseconds()
        if viewer is None:
            return RedirectResponse("/sign-in", 303)
        if not is_ours(csrf, viewer):
            return PlainTextResponse("The form is not ours.", 403)
        sections = pages.contact_sections(kind, outcome, note)
        if sections is None or len(once) != 43:
            return PlainTextResponse("The form is not filled in.", 400)
        seen = sight(connection, viewer, [subject])
        may_see, seeing = rows(
            seen, "s", category="section", subject="e.subject", owner="e.agency", kind="e.type")
        is_there = connection.first(
            f"""
            SELECT 1 FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = ? AND {may_see} LIMIT 1
            """, (subject, *seeing))
        if not is_there:
            return PlainTextResponse("There is nobody here.", 404)
        event = pages.new_reference()
        try:
            with connection.writing():
                write(connection, viewer, subject, event, once, sections, now)
        except (sqlite3.IntegrityError, psycopg.errors.UniqueViolation):
            event = connection.first(
                "SELECT result FROM write_keys WHERE worker = ? AND name = ?", (viewer.worker, once))[0]
        return RedirectResponse(f"/people/{subject}/receipt/{event}", 303, headers=HEADERS)


def write(connection, viewer, subject, event, once, sections, now):
    connection.run(
        "INSERT INTO write_keys (worker, name, body_digest, result, at) VALUES (?, ?, '', ?, ?)",
        (viewer.worker, once, event, now))
    connection.run(
        """
        INSERT INTO events (id, salt, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency)
        SELECT ?, ?, ?, 'core/contact', v.version, 'record', ?, ?, ?, ?, ?
        FROM scheme_versions v WHERE v.scheme = 'core' ORDER BY v.number DESC LIMIT 1
        """, (event, secrets.token_bytes(32), subject, now, now, now, viewer.worker, viewer.agency))
    for section, answers in sections:
        connection.run("INSERT INTO event_sections (event_id, section, answers) VALUES (?, ?, ?)",
                       (event, section, answers))
    connection.run("UPDATE subjects SET edition = edition + 1 WHERE id = ?", (subject,))
    connection.run("UPDATE standings SET as_of = ? WHERE subject = ?", (now, subject))
    connection.run(
        """
        UPDATE enrolment_values SET answer = ? WHERE value = 'last-contact' AND opened_by IN
            (SELECT opened_by FROM enrolments WHERE subject = ? AND ended_at IS NULL)
        """,
        (json.dumps({"kind": "instant", "value": words.iso(now)}, separators=(",", ":")), subject))
    insert_look(connection, viewer, "record", [subject], now)


def heads(connection, seen):
    """Names and births of people, the latest last."""
    subjects = seen.subjects or ("",)
    may_see, seeing = rows(seen, "n", owner="agency")
    names = connection.all(
        f"""
        SELECT n.subject, n.given, n.family, n.known_as FROM person_names n
        WHERE n.subject IN {marks(subjects)} AND {may_see}
        ORDER BY CASE n.kind WHEN 'legal' THEN 1 ELSE 0 END, n.occurred_at, n.event_id, n.number DESC
        """, (*subjects, *seeing))
    may_see, seeing = rows(seen, "p", owner="agency")
    births = connection.all(
        f"""
        SELECT p.subject, p.born_on, p.estimated_year FROM person_births p
        WHERE p.subject IN {marks(subjects)} AND {may_see} ORDER BY p.occurred_at, p.event_id
        """, (*subjects, *seeing))
    return names, births


def keep_look(connection, viewer, page, subjects, now):
    with connection.writing():
        insert_look(connection, viewer, page, subjects, now)


def insert_look(connection, viewer, page, subjects, now):
    connection.run(
        """
        INSERT INTO peer_audit (at, page, worker, agency, role, purpose, session, subjects)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (now, page, viewer.worker, viewer.agency, viewer.role, viewer.purpose, viewer.session, json.dumps(subjects)))


def page(template, shown, viewer):
    text = templates.get_template(template).render(
        shown, viewer=viewer, role_title=rules.ROLE_TITLES[viewer.role], csrf_field="csrf", csrf=form_token(viewer))
    return HTMLResponse(text, headers=HEADERS)


def milliseconds():
    return int(time.time() * 1_000)
