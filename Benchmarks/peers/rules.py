"""Who may see which rows: the part of Schemes/nottingham/agreements that concerns the two roles that are measured, as a
developer of such a system would write it down. Each peer makes a filter of its database of it."""

import dataclasses

POLICE, DRUGS_TEAM = "nottinghamshire-police", "cjit"


@dataclasses.dataclass(frozen=True)
class Grant:
    """Rows of these owners in these categories, of these record types or of all, where the conditions hold."""

    owners: tuple
    categories: tuple
    types: tuple = ()
    enrolled: tuple = ()
    """The person has an open enrolment in one of these programmes."""
    enrolled_here: tuple = ()
    """The same, owned by the viewer's agency."""
    needs_consent: bool = False


@dataclasses.dataclass(frozen=True)
class Viewer:
    """Who is signed in."""

    worker: str
    name: str
    agency: str
    agency_title: str
    role: str
    purpose: str
    session: str
    token_hash: bytes = dataclasses.field(compare=False, repr=False)


def core(*types):
    return tuple("core/" + name for name in types)


REQUIRED = ("nottingham/required-assessment",)
FOLLOWED = ("core/alcohol", "core/caseload", "nottingham/detention", "nottingham/required-assessment")
OURS = ("core/caseload", "nottingham/required-assessment")

GRANTS = {
    "custody-officer": (
        Grant((POLICE,), ("alcohol", "appointments", "contact", "custody", "identity", "referral", "requirement",
                          "safeguarding", "tests")),
        Grant((DRUGS_TEAM,), ("appointments",), core("appointment", "appointment-change"), enrolled=REQUIRED),
        Grant((DRUGS_TEAM,), ("requirement",), core("assessment-notice", "assessment-requirement",
                                                    "other-force-request", "police-told", "requirement-ceased-told")),
        Grant((DRUGS_TEAM,), ("lead",), enrolled=REQUIRED),
    ),
    "drugs-worker": (
        Grant((DRUGS_TEAM,), ("alcohol", "appointments", "assessment", "contact", "court", "custody", "family", "health",
                              "housing", "identity", "lead", "notes", "plan", "referral", "required-assessment",
                              "requirement", "safeguarding", "sharing", "tests", "work")),
        Grant((POLICE,), ("alcohol", "appointments", "contact", "custody", "identity", "requirement", "tests"),
              enrolled=FOLLOWED),
        Grant(("magistrates-court", "probation", "smt"), ("contact", "court", "identity"), enrolled_here=OURS),
        Grant(("hmp-nottingham", "rat", "smt"), ("prescribing",), core("prescription-status"), enrolled_here=OURS,
              needs_consent=True),
        Grant(("hmp-nottingham", "rat", "smt"), ("alcohol", "appointments", "assessment", "contact", "health",
                                                 "identity", "lead", "notes", "plan"),
              enrolled_here=("core/caseload",), needs_consent=True),
    ),
}
PURPOSES = {"custody-officer": "custody-testing", "drugs-worker": "treatment"}
ROLE_TITLES = {"custody-officer": "Custody officer", "drugs-worker": "Drugs worker"}

IDLE_MINUTES, LONGEST_MINUTES = 20, 12 * 60


@dataclasses.dataclass(frozen=True)
class Part:
    """Rows that may be seen: of these owners, categories and types, of these people or of all that were asked about."""

    owners: tuple
    categories: tuple
    types: tuple
    subjects: tuple | None


class Sight:
    """What is left to a viewer of some people, once it is known who of them is hidden, enrolled and has consented. It is
    worked out once for a page, so that the page's queries look into no other table for it."""

    def __init__(self, viewer, subjects, enrolments, consents):
        """`subjects` without those who are hidden; `enrolments` of subject, programme and agency; `consents` of subject
        and category."""
        self.subjects = tuple(subjects)
        self.parts = []
        for grant in GRANTS.get(viewer.role, ()):
            held = self.subjects
            if grant.enrolled:
                held = self._of({row[0] for row in enrolments if row[1] in grant.enrolled})
            if grant.enrolled_here:
                held = self._of({subject for subject, programme, agency in enrolments
                                 if programme in grant.enrolled_here and agency == viewer.agency})
            if grant.needs_consent:
                for subject, category in consents:
                    if subject in held and category in grant.categories:
                        self._add(grant, (category,), (subject,))
            elif held:
                self._add(grant, grant.categories, held)

    def _of(self, wanted):
        return tuple(subject for subject in self.subjects if subject in wanted)

    def _add(self, grant, categories, subjects):
        everybody = len(subjects) == len(self.subjects)
        self.parts.append(Part(grant.owners, categories, grant.types, None if everybody else subjects))

    def allows(self, subject, category, owner, kind):
        """The same of one row that has been read."""
        return any(
            owner in part.owners and category in part.categories and (not part.types or kind in part.types)
            and (part.subjects is None or subject in part.subjects) for part in self.parts)


def needs_consent(viewer):
    return any(grant.needs_consent for grant in GRANTS.get(viewer.role, ()))
