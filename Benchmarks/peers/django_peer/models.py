"""The record's own tables, which the peer reads and writes and does not make, and the log of looks, which is its own."""

from django.db import models


class Table(models.Model):
    class Meta:
        abstract = True
        managed = False


def key(to, column, **options):
    return models.ForeignKey(to, models.DO_NOTHING, db_column=column, db_constraint=False, related_name="+", **options)


class Agency(Table):
    id = models.TextField(primary_key=True)
    title = models.TextField()

    class Meta(Table.Meta):
        db_table = "agencies"


class Venue(Table):
    id = models.TextField(primary_key=True)
    title = models.TextField()

    class Meta(Table.Meta):
        db_table = "venues"


class Worker(Table):
    id = models.TextField(primary_key=True)
    name = models.TextField()
    phone = models.TextField()
    leaves_on = models.TextField(null=True)

    class Meta(Table.Meta):
        db_table = "workers"


class WorkerRole(Table):
    pk = models.CompositePrimaryKey("worker_id", "agency_id", "role")
    worker = key(Worker, "worker")
    agency = key(Agency, "agency")
    role = models.TextField()
    from_on = models.TextField(null=True)
    until_on = models.TextField(null=True)

    class Meta(Table.Meta):
        db_table = "worker_roles"


class Session(Table):
    token_hash = models.BinaryField(primary_key=True)
    worker = key(Worker, "worker")
    agency = key(Agency, "agency")
    role = models.TextField()
    created_at = models.BigIntegerField()
    seen_at = models.BigIntegerField()
    ended_at = models.BigIntegerField(null=True)
    reference = models.TextField()

    class Meta(Table.Meta):
        db_table = "sessions"


class Setting(Table):
    name = models.TextField(primary_key=True)
    value = models.TextField()

    class Meta(Table.Meta):
        db_table = "settings"


class SchemeVersion(Table):
    version = models.TextField(primary_key=True)
    scheme = models.TextField()
    number = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "scheme_versions"


class Subject(Table):
    id = models.TextField(primary_key=True)
    is_sealed = models.BigIntegerField()
    edition = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "subjects"


class Event(Table):
    id = models.TextField(primary_key=True)
    salt = models.BinaryField(null=True)
    subject = key(Subject, "subject")
    type = models.TextField()
    version = models.TextField()
    act = models.TextField()
    occurred_at = models.BigIntegerField()
    known_at = models.BigIntegerField()
    recorded_at = models.BigIntegerField()
    by = key(Worker, "by")
    agency = key(Agency, "agency")
    supersedes = key("self", "supersedes", null=True)

    class Meta(Table.Meta):
        db_table = "events"


class EventSection(Table):
    pk = models.CompositePrimaryKey("event_id", "section")
    event = models.ForeignKey(Event, models.DO_NOTHING, db_column="event_id", related_name="sections")
    section = models.TextField()
    answers = models.TextField()

    class Meta(Table.Meta):
        db_table = "event_sections"


class PersonName(Table):
    pk = models.CompositePrimaryKey("event_id", "number")
    event = key(Event, "event_id")
    number = models.BigIntegerField()
    subject = key(Subject, "subject")
    kind = models.TextField()
    given = models.TextField()
    family = models.TextField()
    known_as = models.TextField()
    given_key = models.TextField()
    family_key = models.TextField()
    family_sound = models.TextField()
    category = models.TextField()
    agency = models.TextField()
    type = models.TextField()
    occurred_at = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "person_names"


class PersonBirth(Table):
    event = models.OneToOneField(
        Event, models.DO_NOTHING, db_column="event_id", primary_key=True, related_name="+")
    subject = key(Subject, "subject")
    born_on = models.TextField(null=True)
    estimated_year = models.BigIntegerField(null=True)
    category = models.TextField()
    agency = models.TextField()
    type = models.TextField()
    occurred_at = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "person_births"


class Enrolment(Table):
    pk = models.CompositePrimaryKey("opened_by", "programme")
    opened_by = models.TextField()
    programme = models.TextField()
    subject = key(Subject, "subject")
    title = models.TextField()
    agency = models.TextField()
    opened_at = models.BigIntegerField()
    stage = models.TextField()
    stage_title = models.TextField()
    ended_at = models.BigIntegerField(null=True)
    lead_worker = key(Worker, "lead_worker", null=True)
    category = models.TextField()
    owner = models.TextField()
    type = models.TextField()
    position_category = models.TextField()
    lead_category = models.TextField()
    lead_type = models.TextField()

    class Meta(Table.Meta):
        db_table = "enrolments"


class EnrolmentValue(Table):
    pk = models.CompositePrimaryKey("opened_by", "programme", "value")
    opened_by = models.TextField()
    programme = models.TextField()
    value = models.TextField()
    subject = key(Subject, "subject")
    category = models.TextField()
    owner = models.TextField()
    type = models.TextField()
    answer = models.TextField()

    class Meta(Table.Meta):
        db_table = "enrolment_values"


class EnrolmentFlag(Table):
    pk = models.CompositePrimaryKey("opened_by", "programme", "flag")
    opened_by = models.TextField()
    programme = models.TextField()
    flag = models.TextField()
    subject = key(Subject, "subject")
    title = models.TextField()
    category = models.TextField()
    owner = models.TextField()
    type = models.TextField()

    class Meta(Table.Meta):
        db_table = "enrolment_flags"


class Deadline(Table):
    pk = models.CompositePrimaryKey("opened_by", "programme", "clock", "number")
    opened_by = models.TextField()
    programme = models.TextField()
    clock = models.TextField()
    number = models.BigIntegerField()
    subject = key(Subject, "subject")
    title = models.TextField()
    state = models.TextField()
    due_text = models.TextField()
    due_at = models.BigIntegerField()
    warns_at = models.BigIntegerField(null=True)
    because = models.TextField()
    is_outstanding = models.BigIntegerField()
    in_a_row = models.BigIntegerField(null=True)
    of_in_a_row = models.BigIntegerField(null=True)
    category = models.TextField()
    owner = models.TextField()
    type = models.TextField()

    class Meta(Table.Meta):
        db_table = "deadlines"


class Appointment(Table):
    event = models.OneToOneField(
        Event, models.DO_NOTHING, db_column="event_id", primary_key=True, related_name="+")
    subject = key(Subject, "subject")
    venue = key(Venue, "venue")
    purpose = models.TextField()
    starts_at = models.BigIntegerField()
    category = models.TextField()
    owner = models.TextField()
    type = models.TextField()

    class Meta(Table.Meta):
        db_table = "appointments"


class RecordPart(Table):
    pk = models.CompositePrimaryKey("subject_id", "category", "owner_id", "type")
    subject = key(Subject, "subject")
    category = models.TextField()
    owner = key(Agency, "owner")
    type = models.TextField()

    class Meta(Table.Meta):
        db_table = "record_parts"


class Bar(Table):
    pk = models.CompositePrimaryKey("subject_id", "worker")
    subject = key(Subject, "subject")
    worker = models.TextField()

    class Meta(Table.Meta):
        db_table = "bars"


class Consent(Table):
    pk = models.CompositePrimaryKey("event_id", "recipient", "category", "purpose")
    event = key(Event, "event_id")
    subject = key(Subject, "subject")
    recipient = models.TextField()
    category = models.TextField()
    purpose = models.TextField()
    from_at = models.BigIntegerField()
    until_on = models.TextField(null=True)
    withdrawn_at = models.BigIntegerField(null=True)

    class Meta(Table.Meta):
        db_table = "consents"


class Standing(Table):
    subject = models.OneToOneField(
        Subject, models.DO_NOTHING, db_column="subject", primary_key=True, related_name="+")
    as_of = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "standings"


class WriteKey(Table):
    pk = models.CompositePrimaryKey("worker", "name")
    worker = models.TextField()
    name = models.TextField()
    body_digest = models.TextField()
    result = models.TextField()
    at = models.BigIntegerField()

    class Meta(Table.Meta):
        db_table = "write_keys"


class Audit(Table):
    id = models.BigAutoField(primary_key=True)
    at = models.BigIntegerField()
    page = models.TextField()
    worker = models.TextField()
    agency = models.TextField()
    role = models.TextField()
    purpose = models.TextField()
    session = models.TextField()
    subjects = models.TextField()

    class Meta(Table.Meta):
        db_table = "peer_audit"
