"""The rules as a condition of a WHERE: for people not known yet, and for those whom a page has found."""

import datetime
import functools

import rules
import words
from fastapi_peer.database import marks


def sight(connection, viewer, subjects):
    """What is left to the viewer of these people."""
    subjects = subjects or [""]
    seen = [row[0] for row in connection.all(
        f"""
        SELECT u.id FROM subjects u WHERE u.id IN {marks(subjects)} AND u.is_sealed = 0
            AND NOT EXISTS (SELECT 1 FROM bars b WHERE b.subject = u.id AND b.worker = ?)
        """, (*subjects, viewer.worker))]
    enrolments = connection.all(
        f"""
        SELECT n.subject, n.programme, n.agency FROM enrolments n
        WHERE n.subject IN {marks(subjects)} AND n.ended_at IS NULL
        """, subjects)
    consents = []
    if rules.needs_consent(viewer):
        today = datetime.datetime.now(words.LONDON).date()
        consents = connection.all(
            f"""
            SELECT c.subject, c.category FROM consents c WHERE c.subject IN {marks(subjects)} AND c.recipient = ?
                AND c.purpose = ? AND c.withdrawn_at IS NULL AND c.from_at <= ?
                AND (c.until_on IS NULL OR c.until_on >= ?)
            """, (*subjects, viewer.agency, viewer.purpose, end_of(today), today.isoformat()))
    return rules.Sight(viewer, seen, enrolments, consents)


def rows(sight, alias, subject="subject", category="category", owner="owner", kind="type"):
    """True of the rows of the page's people that are left to the viewer, and the values it binds."""
    subject, category, owner, kind = qualified(alias, subject, category, owner, kind)
    parts, values = [], []
    for part in sight.parts:
        tests = [f"{owner} IN {marks(part.owners)}", f"{category} IN {marks(part.categories)}"]
        values += [*part.owners, *part.categories]
        if part.types:
            tests.append(f"{kind} IN {marks(part.types)}")
            values += part.types
        if part.subjects is not None:
            tests.append(f"{subject} IN {marks(part.subjects)}")
            values += part.subjects
        parts.append("(" + " AND ".join(tests) + ")")
    return "(" + (" OR ".join(parts) or "1 = 0") + ")", tuple(values)


def qualified(alias, *columns):
    return [column if "." in column else f"{alias}.{column}" for column in columns]


def end_of(day):
    return int(datetime.datetime.combine(day, datetime.time.max, words.LONDON).timestamp() * 1_000)


def visible(viewer, alias, subject="subject", category="category", owner="owner", kind="type"):
    """True of the rows that the viewer may see, and the values it binds. A column is `alias.column` unless it says."""
    return _visible(
        viewer, datetime.datetime.now(words.LONDON).date(), *qualified(alias, subject, category, owner, kind))


@functools.lru_cache(maxsize=4096)
def _visible(viewer, today, subject, category, owner, kind):
    parts, values = [], []

    def part(sql, *bound):
        values.extend(bound)
        return sql

    def enrolled(programmes, here):
        sql = (f"EXISTS (SELECT 1 FROM enrolments x WHERE x.subject = {subject} AND x.programme IN {marks(programmes)}"
               " AND x.ended_at IS NULL" + (" AND x.agency = ?" if here else "") + ")")
        return part(sql, *programmes, *([viewer.agency] if here else ()))

    for grant in rules.GRANTS.get(viewer.role, ()):
        tests = [part(f"{owner} IN {marks(grant.owners)}", *grant.owners),
                 part(f"{category} IN {marks(grant.categories)}", *grant.categories)]
        if grant.types:
            tests.append(part(f"{kind} IN {marks(grant.types)}", *grant.types))
        if grant.enrolled:
            tests.append(enrolled(grant.enrolled, False))
        if grant.enrolled_here:
            tests.append(enrolled(grant.enrolled_here, True))
        if grant.needs_consent:
            tests.append(part(
                f"EXISTS (SELECT 1 FROM consents c WHERE c.subject = {subject} AND c.recipient = ?"
                f" AND c.category = {category} AND c.purpose = ? AND c.withdrawn_at IS NULL AND c.from_at <= ?"
                " AND (c.until_on IS NULL OR c.until_on >= ?))",
                viewer.agency, viewer.purpose, end_of(today), today.isoformat()))
        parts.append("(" + " AND ".join(tests) + ")")
    shown = " OR ".join(parts) or "1 = 0"
    barred = part(f"EXISTS (SELECT 1 FROM bars b WHERE b.subject = {subject} AND b.worker = ?)", viewer.worker)
    open_one = f"EXISTS (SELECT 1 FROM subjects u WHERE u.id = {subject} AND u.is_sealed = 0)"
    return f"(({shown}) AND NOT {barred} AND {open_one})", tuple(values)
