"""What the pages print, from rows. Both peers read the same rows, each in its own way, and hand them over as tuples."""

import datetime
import json
import secrets

import words

SIGNS = {"overdue": ("overdue", "!", "Overdue: "), "soon": ("soon", "!", "Due soon: "), "later": ("later", "·", "")}
ACTS = (
    # Name, title, where it leads or None for a button of the form, and the stages at which it is offered.
    ("decide", "Decide", "nottingham/test-decision", ("in-custody", "authority-asked")),
    ("test", "Test", "core/drug-test", ("to-test", "authorised")),
    ("seen", "Seen", None, None),
    ("refused", "Refused visit", None, None),
)


def latest_names(rows):
    """Of rows in the order of their time, legal names last: the name by which each person is listed."""
    return {subject: (given, family, known_as) for subject, given, family, known_as in rows}


def listed(name):
    given, family, known_as = name
    return f"{family}, {given}" + (f" ({known_as})" if known_as else "")


def cells(now, enrolments, values, flags, deadlines, required, names, births):
    """The rows of the cells board, the most pressing first."""
    today = words.at(now).date()
    answers, badges, due = {}, {}, {}
    for opened_by, value, answer in values:
        answers.setdefault(opened_by, {})[value] = words.answer(value, json.loads(answer)["value"])
    for opened_by, title in flags:
        badges.setdefault(opened_by, []).append(title)
    for subject, title, state, due_text, due_at, warns_at, because in deadlines:
        due.setdefault(subject, []).append((due_at, title, state, due_text, warns_at, because))
    names, born = latest_names(names), {subject: words.born(*rest) for subject, *rest in births}
    stages = dict(required)
    rows = []
    for opened_by, subject, opened_at, stage, stage_title, sees_position in enrolments:
        shown = answers.get(opened_by, {})
        pressing = due_cell(sorted(due.get(subject, ())), now, today)
        name = listed(names[subject]) if subject in names else subject
        flagged = badges.get(opened_by, ())
        rows.append((
            (pressing["at"] if pressing else 1 << 62, 0 if flagged else 1, opened_at, name),
            {
                "subject": subject, "row": opened_by, "name": name, "born": born.get(subject, ""),
                "cell": shown.get("cell", ""), "since": words.short(words.at(opened_at), today),
                "offence": shown.get("offence", ""), "stage": stage_title if sees_position else "", "due": pressing,
                "result": shown.get("result", ""), "seen": shown.get("seen", ""),
                "withdrawal": shown.get("withdrawal", ""), "flags": flagged, "once": secrets.token_urlsafe(32),
                "acts": acts(subject, opened_by, stage if sees_position else "", stages.get(subject)),
            }))
    rows.sort(key=lambda row: row[0])
    return {"title": "Cells", "rows": [row for _, row in rows], "count": len(rows), "as_of": words.time(words.at(now)),
            "menu": "board"}


def due_cell(deadlines, now, today):
    if not deadlines:
        return None
    due_at, title, state, due_text, warns_at, because = deadlines[0]
    late = due_at < now
    kind, sign, before = SIGNS["overdue" if late else "soon" if warns_at is not None and warns_at <= now else "later"]
    alike = [other for other in deadlines if (other[0] < now if late else other[0] == due_at)]
    text = f"{title} by {due_text}"
    if "T" in due_text:
        due = datetime.datetime.fromisoformat(due_text).astimezone(words.LONDON)
        minutes = int((due.timestamp() * 1_000 - now) // 60_000)
        left = f", in {words.span(minutes)}" if 0 < minutes < 24 * 60 else ""
        text = f"{title} by {words.short(due, today)}{left}"
    text += (", paused" if state == "paused" else "") + (f" and {len(alike) - 1} more" if len(alike) > 1 else "")
    return {"at": due_at, "kind": kind, "sign": sign, "text": before + text, "why": because}


def acts(subject, opened_by, stage, required):
    """The acts that a row offers."""
    found = []
    for act, title, record, at in ACTS:
        if at is None or stage in at:
            address = record and (f"/people/{subject}/record/{record}?board=nottingham%2Fcells&act={act}"
                                  f"&row={opened_by}")
            found.append((act, title, address))
    if required == "positive":
        found.append(("book", "Book", f"/people/{subject}/book?purpose=initial-assessment"))
        found.append(("released-positive", "Released", f"/people/{subject}/record/core/release"
                      f"?board=nottingham%2Fcells&act=released-positive&row={opened_by}"))
    else:
        found.append(("released", "Released", None))
    return found


def person(now, subject, names, births, enrolments, flags, deadlines, details, contact, appointments, parts, timeline):
    """The head of a person and the newest of their timeline."""
    today = words.at(now).date()
    name = latest_names(names).get(subject, ("", subject, ""))
    births = list(births)
    _, born_on, year = births[-1] if births else (None, None, None)
    identity = f"Born {words.born(born_on, year)}" + (f", {words.age(born_on, today)}" if born_on else "")
    facts = {}
    for answers in details:
        for field, value in json.loads(answers).items():
            facts.setdefault(field, value)
    shown = [
        ("Reaching them safely", "Safe by: " + words.answer("safe-contact", facts.get("safe-contact", [])), None),
        ("Phone", "", facts.get("phone")), ("Where they stay", facts.get("address", ""), None),
        ("First language", words.answer("language", facts.get("language", "")), None),
    ]
    for opened_by, programme, title, lead, phone in enrolments:
        if lead:
            shown.append((f"Lead worker, {title}", f"{lead}, ", phone))
    if contact:
        occurred_at, worker, agency = contact
        shown.append(("Last contact", f"{words.moment(occurred_at)} by {worker}, {agency}", None))
    for opened_by, programme, title, lead, phone in enrolments:
        for opened, clock, in_a_row, of_in_a_row in deadlines:
            if opened == opened_by and of_in_a_row:
                shown.append((title, f"{clock}: {in_a_row} of {of_in_a_row}", None))
                break
    for starts_at, purpose, venue in appointments:
        shown.append(("Next appointment", f"{words.moment(starts_at)}, {purpose}, {venue}", None))
    return {
        "title": "Timeline", "subject": subject, "name": f"{name[0]} {name[1]}", "menu": "people",
        "identity": f"{identity}. Reference {words.reference(subject)}", "alerts": [title for _, title in flags],
        "facts": [{"title": title, "text": text, "phone": phone, "dialled": (phone or "").replace(" ", "")}
                  for title, text, phone in shown if text or phone],
        "kinds": sorted({(kind, words.TYPES.get(kind, kind)) for _, _, kind in parts}, key=lambda kind: kind[1]),
        "events": [event(*row) for row in timeline],
        "earlier": words.iso(timeline[-1][2]) if timeline else "",
        "parts": sorted({(words.CATEGORIES.get(category, category), owner) for category, owner, _ in parts}),
    }


def event(id, kind, occurred_at, worker, agency, sections):
    answers = {}
    for text in sections:
        answers.update(json.loads(text))
    fields = [field for field in words.FIELDS.get(kind, ()) if field in answers] or list(answers)
    return {
        "id": id, "title": words.TYPES.get(kind, kind), "by": f"{worker}, {agency}", "iso": words.iso(occurred_at),
        "at": words.moment(occurred_at),
        "answers": [(words.QUESTIONS.get(field, field), words.answer(field, answers[field])) for field in fields],
    }


def search(family, given, found, names, births):
    """People found: those whose whole family name is as asked first, then those it begins, then the rest."""
    names, born = latest_names(names), {subject: words.born(*rest) for subject, *rest in births}
    people = [
        {"subject": subject, "name": listed(names[subject]), "born": born.get(subject, ""),
         "reference": words.reference(subject)} for subject in found if subject in names
    ]
    return {"title": "People found", "people": people, "family": family, "given": given, "menu": "people",
            "once": secrets.token_urlsafe(32),
            "born_parts": (("day", "Day"), ("month", "Month"), ("year", "Year"))}


def wanted(family, given):
    """The words of a search in searching form, and the first text after all that begin so."""
    family, given = key(family), key(given)
    return family, given, words.sound(family)


def key(name):
    """Lower case, words apart by one space."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in name.lower().replace("'", "")).split())


LAST = "\U0010FFFF"
MOST_FOUND = 20


def rank(rows, family, given):
    """Subjects in the order in which they are shown, each once, of rows of subject, family key and given key."""
    def place(row):
        _, one, other = row
        begins = other.startswith(given)
        return 0 if one == family and begins else 1 if one.startswith(family) and begins else 2
    return list(dict.fromkeys(row[0] for row in sorted(rows, key=place)))[:MOST_FOUND]


def contact_sections(kind, outcome, note):
    """The answers of a contact by category, or None where the form is not filled in."""
    if kind not in words.CHOICES["kind"] or outcome not in words.CHOICES["outcome"]:
        return None
    text = lambda answers: json.dumps(answers, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    sections = [("appointments", text({"kind": kind, "outcome": outcome}))]
    if note:
        sections.append(("notes", text({"note": note})))
    return sections


def new_reference():
    return "".join(secrets.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(9))
