extension TableCopy {
    package static let all: [TableCopy] = [
        TableCopy(
            name: "agencies", key: ["id"],
            columns: [
                "id", "title", "kind", "phone", "from_on", "until_on", "successor",
            ]),
        TableCopy(
            name: "venues", key: ["id"],
            columns: [
                "id", "agency", "title", "address",
            ]),
        TableCopy(
            name: "workers", key: ["id"],
            columns: [
                "id", "sign_in_name", "name", "phone", "leaves_on",
            ]),
        TableCopy(
            name: "worker_roles", key: ["worker", "agency", "role"],
            columns: [
                "worker", "agency", "role", "team", "venue", "from_on", "until_on",
            ]),
        TableCopy(
            name: "settings", key: ["name"],
            columns: [
                "name", "value",
            ]),
        TableCopy(
            name: "scheme_versions", key: ["version"],
            columns: [
                "version", "scheme", "title", "from_on", "published_at", "published_by", "number",
            ]),
        TableCopy(
            name: "scheme_files", key: ["version", "path"],
            columns: [
                "version", "path", "content",
            ]),
        TableCopy(
            name: "subjects", key: ["id"],
            columns: [
                "id", "kind", "agency", "created_at", "joined_to", "is_sealed", "edition",
            ]),
        TableCopy(
            name: "events", key: ["id"],
            columns: [
                "id", "salt", "subject", "type", "version", "act", "reason", "occurred_at",
                "occurred_on", "known_at", "recorded_at", "by", "agency", "supersedes",
            ]),
        TableCopy(
            name: "event_sections", key: ["event_id", "section"],
            columns: [
                "event_id", "section", "answers", "checksum",
            ]),
        TableCopy(
            name: "event_people", key: ["event_id", "role", "person"],
            columns: [
                "event_id", "role", "person",
            ]),
        TableCopy(
            name: "event_erasures", key: ["event_id"],
            columns: [
                "event_id", "erased_by_position",
            ]),
        TableCopy(
            name: "person_names", key: ["event_id", "number"],
            columns: [
                "event_id", "number", "subject", "kind", "given", "family", "known_as", "given_key",
                "family_key", "family_sound", "category", "agency", "type", "occurred_at",
            ]),
        TableCopy(
            name: "person_births", key: ["event_id"],
            columns: [
                "event_id", "subject", "born_on", "estimated_year", "category", "agency", "type",
                "occurred_at",
            ]),
        TableCopy(
            name: "person_identifiers", key: ["event_id", "kind", "value"],
            columns: [
                "event_id", "kind", "value", "subject", "category", "agency", "type", "occurred_at",
            ]),
        TableCopy(
            name: "standings", key: ["subject"],
            columns: [
                "subject", "as_of", "next_change_at",
            ]),
        TableCopy(
            name: "enrolments", key: ["opened_by", "programme"],
            columns: [
                "opened_by", "programme", "subject", "title", "version", "agency", "opened_at",
                "stage", "stage_title", "stage_since", "is_suspended", "ended_at", "end_reason",
                "end_title", "lead_kind", "lead_worker", "lead_since", "category", "owner", "type",
                "position_category", "lead_category", "lead_type",
            ]),
        TableCopy(
            name: "enrolment_values", key: ["opened_by", "programme", "value"],
            columns: [
                "opened_by", "programme", "value", "subject", "title", "category", "owner", "type",
                "answer",
            ]),
        TableCopy(
            name: "enrolment_flags", key: ["opened_by", "programme", "flag"],
            columns: [
                "opened_by", "programme", "flag", "subject", "title", "category", "owner", "type",
            ]),
        TableCopy(
            name: "deadlines", key: ["opened_by", "programme", "clock", "number"],
            columns: [
                "opened_by", "programme", "clock", "number", "subject", "agency", "title", "state",
                "from_text", "due_text", "due_at", "warns_at", "category", "owner", "type", "basis",
                "source", "because", "duty", "is_persons_duty", "is_outstanding", "is_led",
                "anchor", "done_by", "done_at", "voided_by", "in_a_row", "of_in_a_row",
                "is_provisional", "escalates_at", "escalates_to",
            ]),
        TableCopy(
            name: "ledger_entries", key: ["position"],
            columns: [
                "position", "entry", "leaf_hash",
            ]),
        TableCopy(
            name: "ledger_contents", key: ["position"],
            columns: [
                "position", "salt", "content",
            ]),
        TableCopy(
            name: "ledger_subjects", key: ["subject", "position"],
            columns: [
                "subject", "position",
            ]),
        TableCopy(
            name: "ledger_unindexed", key: ["position"],
            columns: [
                "position", "subjects",
            ]),
        TableCopy(
            name: "ledger_erasures", key: ["position"],
            columns: [
                "position", "erased_by_position",
            ]),
        TableCopy(
            name: "ledger_checkpoints", key: ["size"],
            columns: [
                "size", "note",
            ]),
        TableCopy(
            name: "ledger_frontiers", key: ["size"],
            columns: [
                "size", "frontier",
            ]),
        TableCopy(
            name: "ledger_waiting", key: ["number"],
            columns: ["number", "entry", "salt", "content", "subjects"]),
        TableCopy(
            name: "referrals", key: ["event_id"],
            columns: [
                "event_id", "subject", "from_agency", "to_agency", "service", "state", "sent_at",
                "answered_at",
            ]),
        TableCopy(
            name: "consents", key: ["event_id", "recipient", "category", "purpose"],
            columns: [
                "event_id", "subject", "recipient", "category", "purpose", "is_written", "from_at",
                "until_on", "withdrawn_at", "renewed_at",
            ]),
        TableCopy(
            name: "bars", key: ["subject", "worker"],
            columns: [
                "subject", "worker", "since_at",
            ]),
        TableCopy(
            name: "access_marks", key: ["subject", "kind", "name"],
            columns: [
                "subject", "kind", "name", "since_at",
            ]),
        TableCopy(
            name: "record_parts", key: ["subject", "category", "owner", "type"],
            columns: [
                "subject", "category", "owner", "type",
            ]),
        TableCopy(
            name: "diary_slots", key: ["id"],
            columns: [
                "id", "agency", "venue", "purpose", "starts_at", "minutes", "worker", "room",
                "taken_away_at",
            ]),
        TableCopy(
            name: "appointments", key: ["event_id"],
            columns: [
                "event_id", "subject", "slot", "agency", "venue", "purpose", "starts_at", "minutes",
                "worker", "state", "category", "type", "owner",
            ]),
        TableCopy(
            name: "rota_shifts", key: ["id"],
            columns: [
                "id", "rota", "worker", "agency", "starts_at", "ends_at",
            ]),
        TableCopy(
            name: "messages", key: ["id"],
            columns: [
                "id", "agency", "kind", "subject", "sender", "content", "sent_at", "noted_at", "noted_by",
            ]),
        TableCopy(
            name: "glass_breaks", key: ["id"],
            columns: [
                "id", "subject", "worker", "agency", "role", "reason", "broken_at", "until_at", "ended_at",
                "review_due_at", "reviewed_at", "reviewed_by", "outcome", "words",
            ]),
        TableCopy(
            name: "glass_reviewers", key: ["agency", "worker"],
            columns: [
                "agency", "worker", "since_at",
            ]),
        TableCopy(
            name: "credentials", key: ["worker"],
            columns: [
                "worker", "password_hash", "totp_sealed", "totp_last_step", "changed_at",
            ]),
        TableCopy(
            name: "sessions", key: ["token_hash"],
            columns: [
                "token_hash", "worker", "agency", "role", "created_at", "seen_at",
                "second_factor_at", "ended_at", "reference",
            ]),
        TableCopy(
            name: "known_devices", key: ["token_hash"],
            columns: [
                "token_hash", "worker", "added_at",
            ]),
        TableCopy(
            name: "sign_in_budgets", key: ["name"],
            columns: [
                "name", "state", "changed_at",
            ]),
        TableCopy(
            name: "drafts", key: ["id"],
            columns: [
                "id", "worker", "agency", "subject", "type", "fields", "saved_at", "expires_at",
            ]),
        TableCopy(
            name: "write_keys", key: ["worker", "name"],
            columns: [
                "worker", "name", "body_digest", "result", "at",
            ]),
        TableCopy(
            name: "waiting_work", key: ["id"],
            columns: [
                "id", "kind", "about", "due_at", "leased_until", "leased_by", "attempts",
            ]),
        TableCopy(
            name: "escalations", key: ["opened_by", "programme", "clock", "number", "role"],
            columns: [
                "opened_by", "programme", "clock", "number", "subject", "agency", "role",
                "raised_at", "acknowledged_at", "acknowledged_by",
            ]),
    ]
}
