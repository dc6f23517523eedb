"""Dates and answers in words, as the pages print them."""

import datetime
import zoneinfo

LONDON = zoneinfo.ZoneInfo("Europe/London")
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")

# What the record types that are measured ask, and how the answers read.
TYPES = {"core/contact": "Contact", "core/person-details": "Details of the person", "core/taken-on": "Taken on",
         "core/note": "Note", "core/case-closed": "Case closed", "nottingham/detention": "Detention"}
QUESTIONS = {
    "kind": "How?", "outcome": "Did it happen?", "note": "What was it about?", "text": "What was it about?",
    "family-name": "Family name", "given-name": "Given name", "birth-date": "Date of birth", "sex": "Sex",
    "ethnicity": "Ethnicity", "language": "First language", "phone": "Phone", "address": "Where they stay",
    "safe-contact": "Safe by", "crn": "Probation number (CRN)", "worker": "Lead worker", "came-by": "How they came",
    "reason": "Why",
}
CHOICES = {
    "kind": {"face-to-face": "Face to face", "phone": "Phone call", "text": "Text or message",
             "home-visit": "Home visit", "outreach": "Met on outreach"},
    "outcome": {"attended": "Attended", "did-not-attend": "Did not attend",
                "client-cancelled": "Cancelled by the person"},
    "safe-contact": {"phone": "Phone call", "text": "Text message", "letter": "Letter", "in-person": "In person"},
    "language": {"en": "English", "pl": "Polish", "ro": "Romanian", "ur": "Urdu", "lt": "Lithuanian", "ckb": "Kurdish",
                 "so": "Somali", "ti": "Tigrinya", "ar": "Arabic", "fa": "Farsi"},
    "result": {"none": "Nothing found", "cocaine": "Cocaine", "opiates": "Opiates"},
}
CATEGORIES = {
    "appointments": "Appointments and contacts", "contact": "How to reach them", "court": "Court and orders",
    "custody": "Custody", "identity": "Who the person is", "lead": "Lead worker and hand-overs", "notes": "Notes",
    "referral": "Referrals", "tests": "Drug tests", "requirement": "Required assessments",
}
FIELDS = {"core/contact": ("kind", "outcome", "note")}


def answer(field, value):
    """How an answer reads."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(answer(field, part) for part in value)
    return CHOICES.get(field, {}).get(value, str(value))


def at(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1_000, LONDON)


def day(date):
    return f"{date.day} {MONTHS[date.month]} {date.year}"


def time(moment):
    return f"{moment.hour:02}:{moment.minute:02}"


def moment(milliseconds):
    """"4 August 2026, 10:37"."""
    moment = at(milliseconds)
    return f"{day(moment)}, {time(moment)}"


def short(moment, today):
    """Today's times without their day, and this year's days without their year."""
    if moment.date() == today:
        return time(moment)
    year = "" if moment.year == today.year else f" {moment.year}"
    return f"{moment.day} {MONTHS[moment.month][:3]}{year}, {time(moment)}"


def iso(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1_000, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def born(born_on, estimated_year):
    if born_on:
        return day(datetime.date.fromisoformat(born_on))
    return f"about {estimated_year}" if estimated_year else ""


def age(born_on, today):
    born = datetime.date.fromisoformat(born_on)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def reference(subject):
    return f"{subject[:4]}-{subject[4:8]}-{subject[8:]}"


def span(minutes):
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def sound(key):
    """Soundex, by the rules of the United States National Archives."""
    codes = {letter: code for code, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1)
             for letter in letters}
    letters = [letter for letter in key if "a" <= letter <= "z"]
    if not letters:
        return ""
    found, last = letters[0].upper(), codes.get(letters[0])
    for letter in letters[1:]:
        if letter in "hw":
            continue
        code = codes.get(letter)
        if code and code != last:
            found += str(code)
        last = code
    return found[:4].ljust(4, "0")
